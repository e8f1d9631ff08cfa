package io.qudao.expression.internal;

import io.qudao.expression.FieldType.Scalar;
import io.qudao.kernel.Value;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions for the JVM back end, with the three-valued logic of SQL. */
final class Conditions {
    private Conditions() {}

    static Step<Boolean> truth(Node node) {
        return switch (node) {
            case Node.Literal literal -> Closures.constant(literal, Boolean.class);
            case Node.Field field -> Closures.field(field, Value.Bool.class, Value.Bool::value);
            case Node.Not(var operand) -> Step.unary(truth(operand), value -> !value);
            case Node.Logic(var and, var left, var right) ->
                and ? and(truth(left), truth(right)) : or(truth(left), truth(right));
            case Node.IsNull(var operand) -> isNull(Closures.any(operand));
            case Node.Compare compare -> compare(compare);
            case Node.In in -> in(in);
            case Node.Listed(var left, var list) -> listed(left, Closures.list(list));
            case Node.TextTest(var test, var text, var part) ->
                Step.binary(
                        Closures.text(text),
                        Closures.text(part),
                        switch (test) {
                            case CONTAINS -> String::contains;
                            case STARTS_WITH -> String::startsWith;
                            case ENDS_WITH -> String::endsWith;
                        });
            case Node.Conditional conditional -> Closures.conditional(conditional, Conditions::truth);
            default -> throw Closures.unexpected(node);
        };
    }

    private static Step<Boolean> and(Step<Boolean> left, Step<Boolean> right) {
        return (facts, moment) -> {
            Boolean first = left.run(facts, moment);
            if (Boolean.FALSE.equals(first)) {
                return first;
            }
            Boolean second = right.run(facts, moment);
            return (first == null && !Boolean.FALSE.equals(second)) ? null : second;
        };
    }

    private static Step<Boolean> or(Step<Boolean> left, Step<Boolean> right) {
        return (facts, moment) -> {
            Boolean first = left.run(facts, moment);
            if (Boolean.TRUE.equals(first)) {
                return first;
            }
            Boolean second = right.run(facts, moment);
            return (first == null && !Boolean.TRUE.equals(second)) ? null : second;
        };
    }

    private static Step<Boolean> isNull(Step<?> operand) {
        return (facts, moment) -> operand.run(facts, moment) == null;
    }

    private static Step<Boolean> compare(Node.Compare node) {
        return switch ((Scalar) node.left().type()) {
            case TEXT -> compare(node, Closures::text, Texts::compare);
            case INTEGER, DECIMAL -> compare(node, Closures::number, BigDecimal::compareTo);
            case BOOLEAN -> compare(node, Conditions::truth, Boolean::compareTo);
            case DATE -> compare(node, Closures::date, Comparator.naturalOrder());
            case DATE_TIME -> compare(node, Closures::instant, Comparator.naturalOrder());
            case REFERENCE -> compare(node, Closures::reference, Comparator.naturalOrder());
            case MONEY ->
                Step.binary(
                        Closures.money(node.left()),
                        Closures.money(node.right()),
                        (a, b) -> Closures.sameCurrency(a, b) ? node.operator().holds(a.compareTo(b)) : null);
            case NULL -> throw Closures.unexpected(node);
        };
    }

    private static <T> Step<Boolean> compare(
            Node.Compare node, Function<Node, Step<T>> compile, Comparator<? super T> order) {
        Comparison operator = node.operator();
        return Step.binary(
                compile.apply(node.left()), compile.apply(node.right()), (a, b) -> operator.holds(order.compare(a, b)));
    }

    private static Step<Boolean> in(Node.In node) {
        return Operators.isNumber(node.left())
                ? in(node, Closures::number, (a, b) -> a.compareTo(b) == 0)
                : constants(node)
                        ? Step.unary(Closures.any(node.left()), set(node)::contains)
                        : in(node, Closures::any, Object::equals);
    }

    private static boolean constants(Node.In node) {
        return node.elements().stream().allMatch(element -> element instanceof Node.Literal(var type, Object value));
    }

    private static Set<Object> set(Node.In node) {
        return node.elements().stream()
                .flatMap(element ->
                        element instanceof Node.Literal(var type, Object value) ? Stream.of(value) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Step<Boolean> in(Node.In node, Function<Node, Step<T>> compile, BiPredicate<T, T> equal) {
        Step<T> left = compile.apply(node.left());
        List<Step<T>> elements = node.elements().stream().map(compile).toList();
        return (facts, moment) -> {
            T value = left.run(facts, moment);
            if (value == null) {
                return null;
            }
            Boolean found = false;
            for (Step<T> element : elements) {
                T candidate = element.run(facts, moment);
                if (candidate == null) {
                    found = null;
                } else if (equal.test(value, candidate)) {
                    return true;
                }
            }
            return found;
        };
    }

    private static Step<Boolean> listed(Node left, Step<List<Value>> list) {
        if (Operators.isNumber(left)) {
            return Step.binary(
                    Closures.number(left),
                    list,
                    (number, items) -> items.stream().anyMatch(item -> isNumber(item, number)));
        }
        return Step.binary(
                Closures.any(left),
                list,
                (value, items) -> items.stream().anyMatch(item -> value.equals(content(item))));
    }

    private static boolean isNumber(Value item, BigDecimal number) {
        return switch (item) {
            case Value.Int(var whole) -> BigDecimal.valueOf(whole).compareTo(number) == 0;
            case Value.Decimal(var decimal) -> decimal.compareTo(number) == 0;
            default -> false;
        };
    }

    private static @Nullable Object content(Value item) {
        return switch (item) {
            case Value.Text(var text) -> text;
            case Value.Date(var date) -> date;
            case Value.Ref(var id) -> id;
            default -> null;
        };
    }
}

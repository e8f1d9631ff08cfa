package io.qudao.expression.internal;

import io.qudao.expression.FieldType.ListOf;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JVM back end: compiles the typed tree into closures. {@link Conditions} compiles the conditions. */
final class Closures {
    private Closures() {}

    static Step<?> any(Node node) {
        if (node.type() instanceof ListOf) {
            return list(node);
        }
        return switch ((Scalar) node.type()) {
            case TEXT -> text(node);
            case INTEGER, DECIMAL -> number(node);
            case MONEY -> money(node);
            case BOOLEAN -> Conditions.truth(node);
            case DATE -> date(node);
            case DATE_TIME -> instant(node);
            case REFERENCE -> reference(node);
            case NULL -> (facts, moment) -> null;
        };
    }

    static Step<String> text(Node node) {
        return switch (node) {
            case Node.Literal literal -> constant(literal, String.class);
            case Node.Field field -> field(field, Value.Text.class, Value.Text::value);
            case Node.Lower(var operand) -> Step.unary(text(operand), Texts::lower);
            case Node.Concat(var left, var right) -> Step.binary(text(left), text(right), String::concat);
            case Node.MoneyCurrency(var money) ->
                Step.unary(money(money), amount -> amount.currency().value());
            case Node.Conditional conditional -> conditional(conditional, Closures::text);
            default -> throw unexpected(node);
        };
    }

    static Step<BigDecimal> number(Node node) {
        return switch (node) {
            case Node.Literal literal -> constant(literal, BigDecimal.class);
            case Node.Field field -> field(field, Value.class, value -> number(field, value));
            case Node.Arithmetic(var operator, var type, var left, var right)
            when left.type() == Scalar.MONEY ->
                Step.binary(
                        money(left),
                        money(right),
                        (a, b) -> sameCurrency(a, b) ? compute(operator, a.amount(), b.amount()) : null);
            case Node.Arithmetic(var operator, var type, var left, var right) ->
                Step.binary(number(left), number(right), (a, b) -> compute(operator, a, b));
            case Node.Negate(var operand) -> Step.unary(number(operand), BigDecimal::negate);
            case Node.Round(var operand, var digits) -> Step.unary(number(operand), value -> round(value, digits));
            case Node.Size(var operand)
            when operand.type() == Scalar.TEXT ->
                Step.unary(text(operand), value -> BigDecimal.valueOf(value.codePointCount(0, value.length())));
            case Node.Size(var operand) -> Step.unary(list(operand), items -> BigDecimal.valueOf(items.size()));
            case Node.DaysBetween(var later, var earlier) ->
                Step.binary(date(later), date(earlier), (a, b) -> BigDecimal.valueOf(ChronoUnit.DAYS.between(b, a)));
            case Node.MoneyAmount(var money) -> Step.unary(money(money), Money::amount);
            case Node.Conditional conditional -> conditional(conditional, Closures::number);
            default -> throw unexpected(node);
        };
    }

    static Step<Money> money(Node node) {
        return switch (node) {
            case Node.Literal literal -> constant(literal, Money.class);
            case Node.Field field -> field(field, Value.Amount.class, Value.Amount::value);
            case Node.Arithmetic(var operator, var type, var left, var right)
            when right.type() == Scalar.MONEY ->
                Step.binary(
                        money(left),
                        money(right),
                        (a, b) -> sameCurrency(a, b) ? in(a, compute(operator, a.amount(), b.amount())) : null);
            case Node.Arithmetic(var operator, var type, var left, var right) ->
                Step.binary(money(left), number(right), (a, b) -> in(a, compute(operator, a.amount(), b)));
            case Node.Negate(var operand) -> Step.unary(money(operand), Money::negate);
            case Node.Round(var operand, var digits) ->
                Step.unary(money(operand), value -> new Money(round(value.amount(), digits), value.currency()));
            case Node.InUsualCurrency(var operand) -> usual(number(operand));
            case Node.Conditional conditional -> conditional(conditional, Closures::money);
            default -> throw unexpected(node);
        };
    }

    static Step<LocalDate> date(Node node) {
        return switch (node) {
            case Node.Literal literal -> constant(literal, LocalDate.class);
            case Node.Field field -> field(field, Value.Date.class, Value.Date::value);
            case Node.Clock clock -> (facts, moment) -> moment.today();
            case Node.ShiftDate(var operand, var days) -> Step.unary(date(operand), value -> value.plusDays(days));
            case Node.Conditional conditional -> conditional(conditional, Closures::date);
            default -> throw unexpected(node);
        };
    }

    static Step<Instant> instant(Node node) {
        return switch (node) {
            case Node.Literal literal -> constant(literal, Instant.class);
            case Node.Field field ->
                field(field, Value.DateTime.class, time -> time.value().truncatedTo(ChronoUnit.MICROS));
            case Node.Clock clock -> (facts, moment) -> moment.instant();
            case Node.Conditional conditional -> conditional(conditional, Closures::instant);
            default -> throw unexpected(node);
        };
    }

    static Step<UUID> reference(Node node) {
        return switch (node) {
            case Node.Literal literal -> constant(literal, UUID.class);
            case Node.Field field -> field(field, Value.Ref.class, Value.Ref::value);
            case Node.Conditional conditional -> conditional(conditional, Closures::reference);
            default -> throw unexpected(node);
        };
    }

    static Step<List<Value>> list(Node node) {
        return switch (node) {
            case Node.Field field -> field(field, Value.Items.class, Value.Items::values);
            default -> throw unexpected(node);
        };
    }

    static <T> Step<T> constant(Node.Literal literal, Class<T> type) {
        T value = type.cast(literal.value());
        return (facts, moment) -> value;
    }

    static <V extends Value, T> Step<T> field(Node.Field field, Class<V> kind, Function<V, T> content) {
        return (facts, moment) -> {
            Value value = facts.value(field.path());
            if (value.isNull()) {
                return null;
            }
            if (!kind.isInstance(value)) {
                throw wrong(field, value);
            }
            return content.apply(kind.cast(value));
        };
    }

    private static BigDecimal number(Node.Field field, Value value) {
        return switch (value) {
            case Value.Int(var whole) -> BigDecimal.valueOf(whole);
            case Value.Decimal(var decimal) -> decimal;
            default -> throw wrong(field, value);
        };
    }

    static <T> Step<T> conditional(Node.Conditional node, Function<Node, Step<T>> compile) {
        Step<Boolean> test = Conditions.truth(node.test());
        Step<T> yes = compile.apply(node.yes());
        Step<T> no = compile.apply(node.no());
        return (facts, moment) ->
                Boolean.TRUE.equals(test.run(facts, moment)) ? yes.run(facts, moment) : no.run(facts, moment);
    }

    private static Step<Money> usual(Step<BigDecimal> number) {
        return (facts, moment) -> {
            BigDecimal amount = number.run(facts, moment);
            return amount == null ? null : new Money(amount, moment.currency());
        };
    }

    private static BigDecimal round(BigDecimal number, int digits) {
        return number.scale() <= digits ? number : number.setScale(digits, RoundingMode.HALF_UP);
    }

    static boolean sameCurrency(Money left, Money right) {
        return left.currency().equals(right.currency());
    }

    private static IllegalArgumentException wrong(Node.Field field, Value value) {
        return new IllegalArgumentException(
                "The fact " + field.path() + " is not of type " + field.type().label() + ": " + value);
    }

    static IllegalStateException unexpected(Node node) {
        return new IllegalStateException("The checker accepts no such node: " + node);
    }

    private static @Nullable Money in(Money like, @Nullable BigDecimal amount) {
        return amount == null ? null : new Money(amount, like.currency());
    }

    private static @Nullable BigDecimal compute(Node.Arithmetic.Operator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> right.signum() == 0 ? null : left.divide(right, Limits.QUOTIENT_SCALE, RoundingMode.HALF_UP);
            case REMAINDER -> right.signum() == 0 ? null : left.remainder(right);
        };
    }
}

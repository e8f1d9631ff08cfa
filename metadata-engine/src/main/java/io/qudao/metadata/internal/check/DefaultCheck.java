package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Placement;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Defaults must not depend on each other in a circle, and constant defaults must fit their fields. */
final class DefaultCheck implements Check {
    private final Expressions expressions;

    DefaultCheck(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public void check(ProposedState proposed, Violations violations) {
        for (MergedComponent object : proposed.next().of(ComponentKind.OBJECT)) {
            var needs = new HashMap<String, Set<String>>();
            for (MergedComponent entry :
                    proposed.next().parts(ComponentKind.FIELD, object.key().name())) {
                check(proposed, entry, needs, violations);
            }
            checkCircles(object.key().name(), needs, violations);
        }
    }

    private void check(
            ProposedState proposed, MergedComponent entry, Map<String, Set<String>> needs, Violations violations) {
        String source = entry.as(OfField.class).source();
        var schema = new ObjectSchema(entry.key().object(), proposed.next(), proposed.base());
        if (source == null
                || !(expressions.compile(source, schema, ExpectedType.ANY)
                        instanceof Compilation.Compiled(var expression))) {
            return;
        }
        var names = new TreeSet<String>();
        expression.fields().forEach(path -> names.add(path.first()));
        needs.put(entry.key().local(), names);
        if (proposed.isChanged(entry)) {
            checkFit(proposed.next(), entry, expression, violations);
        }
    }

    private static void checkFit(
            ComponentCatalog next, MergedComponent entry, Expression expression, Violations violations) {
        var field = next.compiled(entry, new Placement.Document());
        for (Value value : expression.constantResults()) {
            // An integer beyond 64 bits would be no value at all, whatever the type of the field.
            boolean tooLarge = expression.type() == Scalar.INTEGER && value instanceof Value.Decimal;
            if (tooLarge || !field.type().accepts(field, value)) {
                violations.add(at(entry.key(), "default"), "metadata.default_does_not_fit", text(value));
            }
        }
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Int(var number) -> Long.toString(number);
            case Value.Decimal(var number) -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static void checkCircles(String object, Map<String, Set<String>> needs, Violations violations) {
        var told = new HashSet<String>();
        for (String start : new TreeSet<>(needs.keySet())) {
            var circle = circle(start, needs);
            if (!circle.isEmpty() && !told.contains(start)) {
                told.addAll(circle);
                violations.add(
                        at(ComponentKey.part(ComponentKind.FIELD, object, start), "default"),
                        "metadata.circle",
                        String.join(" → ", circle));
            }
        }
    }

    /**
     * Returns the cycle that leads from a field through the fields of its default back to it; empty if there is none.
     */
    private static List<String> circle(String start, Map<String, Set<String>> needs) {
        var way = new ArrayList<String>();
        way.add(start);
        return walk(start, start, needs, way, new HashSet<>()) ? way : List.of();
    }

    private static boolean walk(
            String from, String to, Map<String, Set<String>> needs, List<String> way, Set<String> seen) {
        for (String next : needs.getOrDefault(from, Set.of())) {
            if (next.equals(to)) {
                way.add(to);
                return true;
            }
            if (needs.containsKey(next) && seen.add(next)) {
                way.add(next);
                if (walk(next, to, needs, way, seen)) {
                    return true;
                }
                way.removeLast();
            }
        }
        return false;
    }
}

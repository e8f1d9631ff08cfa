package io.qudao.record.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.expression.Moment;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.metadata.ValidationRule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates the expressions of an object: defaults and validation rules. They see all fields, including hidden ones.
 */
@Component
class RuleBook {
    private final Expressions expressions;
    private final Clock clock;
    private final Cache<Key, Expression> compiled =
            Caffeine.newBuilder().maximumSize(50_000).build();

    RuleBook(Expressions expressions, Clock clock) {
        this.expressions = expressions;
        this.clock = clock;
    }

    /** Returns the default of a field; {@code values} are those known so far. */
    Value defaultOf(CallerObject target, Field field, String source, UUID id, Map<String, Value> values) {
        return compile(target, source, ExpectedType.ANY).evaluate(path -> value(path, id, values), now(target));
    }

    /**
     * Returns the same fields sorted so that a default comes after the fields it uses. The plan has refused cycles.
     */
    List<Field> inOrder(CallerObject target, List<Field> fields) {
        if (fields.stream().allMatch(field -> field.defaultSource() == null)) {
            return fields;
        }
        var waiting = new LinkedHashMap<String, Field>();
        fields.forEach(field -> waiting.put(field.name(), field));
        var ordered = new ArrayList<Field>();
        fields.forEach(field -> place(target, field.name(), waiting, ordered));
        return ordered;
    }

    private void place(CallerObject target, String name, Map<String, Field> waiting, List<Field> ordered) {
        var field = waiting.remove(name);
        if (field == null) {
            return;
        }
        String source = field.defaultSource();
        if (source != null) {
            compile(target, source, ExpectedType.ANY)
                    .fields()
                    .forEach(path -> place(target, path.first(), waiting, ordered));
        }
        ordered.add(field);
    }

    /**
     * Adds every rule that a record breaks and that its change affects. A rule whose fields have not changed is
     * skipped; otherwise a record older than the rule could not be changed at all.
     *
     * @param before its values before the change; null for a new record
     */
    void check(
            CallerObject target,
            UUID id,
            @Nullable Map<String, Value> before,
            Map<String, Value> values,
            Violations violations) {
        for (ValidationRule rule : target.release().rules(target.object())) {
            var condition = compile(target, rule.source(), ExpectedType.BOOLEAN);
            if ((before == null || concerns(condition, before, values))
                    && condition
                            .test(path -> value(path, id, values), now(target))
                            .holds()) {
                violations.add(
                        place(target, rule),
                        "record.rule",
                        rule.message().in(target.caller().locale()));
            }
        }
    }

    /** Does not name a field that is hidden from the caller. */
    private static String place(CallerObject target, ValidationRule rule) {
        String field = rule.field();
        return field == null || target.visible().field(field).isEmpty() ? "" : field;
    }

    private static boolean concerns(Expression condition, Map<String, Value> before, Map<String, Value> after) {
        return condition.fields().isEmpty()
                || condition.fields().stream()
                        .map(FieldPath::first)
                        .anyMatch(name -> !before.getOrDefault(name, Value.none())
                                .equals(after.getOrDefault(name, Value.none())));
    }

    private Moment now(CallerObject target) {
        return new Moment(
                clock.instant(),
                target.caller().tenant().zone(),
                target.caller().tenant().currency());
    }

    private static Value value(FieldPath path, UUID id, Map<String, Value> values) {
        return path.first().equals(CallerView.ID) ? Value.of(id) : values.getOrDefault(path.first(), Value.none());
    }

    private Expression compile(CallerObject target, String source, ExpectedType expected) {
        return compiled.get(
                new Key(target.type().hash(), source, expected),
                key -> expressions.require("", source, target.whole().schema(), expected));
    }

    private record Key(String hash, String source, ExpectedType expected) {}
}

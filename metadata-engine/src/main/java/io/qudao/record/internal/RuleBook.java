package io.qudao.record.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.expression.Moment;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.ValidationRule;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.CallerView;
import io.qudao.record.internal.row.Finder;
import io.qudao.record.internal.row.ReferredRows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Evaluates the expressions of an object: defaults and validation rules. They see all fields, including hidden ones.
 */
@Component
class RuleBook {
    private static final String DEFAULT = "default";

    private final Expressions expressions;
    private final CallerObjects objects;
    private final Finder finder;
    private final Clock clock;
    private final Cache<Key, Expression> compiled =
            Caffeine.newBuilder().maximumSize(50_000).build();

    RuleBook(Expressions expressions, CallerObjects objects, Finder finder, Clock clock) {
        this.expressions = expressions;
        this.objects = objects;
        this.finder = finder;
        this.clock = clock;
    }

    /** Returns the default of a field; {@code values} are those known so far. */
    Value defaultOf(CallerObject target, Field field, String source, UUID id, Map<String, Value> values) {
        return defaultSource(target, source).evaluate(path -> value(path, id, values, ReferredRows.NONE), now(target));
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
            defaultSource(target, source).fields().forEach(path -> place(target, path.first(), waiting, ordered));
        }
        ordered.add(field);
    }

    /**
     * Adds every rule that a record breaks and that its change has to do with: a rule of which no field has changed stops
     * nothing, or a record that is older than the rule could not be changed at all.
     */
    void check(CallerObject target, List<Prepared> records) {
        var rules = target.release().rules(target.object());
        var judgements = records.stream()
                .flatMap(record -> rules.stream().map(rule -> new Judgement(record, rule, condition(target, rule))))
                .filter(Judgement::isDue)
                .toList();
        var referred = referred(target, judgements);
        var now = now(target);
        for (Judgement judgement : judgements) {
            if (judgement.isBroken(referred, now)) {
                var rule = judgement.rule();
                judgement
                        .record()
                        .violations()
                        .add(
                                place(target, rule),
                                "record.rule",
                                rule.message().in(target.caller().locale()));
            }
        }
    }

    private ReferredRows referred(CallerObject target, List<Judgement> judgements) {
        var paths = judgements.stream()
                .flatMap(judgement -> judgement.condition().fields().stream())
                .filter(FieldPath::isLong)
                .collect(Collectors.toSet());
        var drafts = judgements.stream()
                .map(judgement -> judgement.record().draft())
                .distinct()
                .toList();
        return paths.isEmpty() ? ReferredRows.NONE : ReferredRows.read(objects, finder, target, paths, drafts);
    }

    /** A rule applied to a record. */
    private record Judgement(Prepared record, ValidationRule rule, Expression condition) {
        boolean isDue() {
            var before = record.before();
            var after = record.draft().values();
            return before == null
                    || condition.fields().isEmpty()
                    || condition.fields().stream()
                            .map(FieldPath::first)
                            .anyMatch(name -> !before.getOrDefault(name, Value.none())
                                    .equals(after.getOrDefault(name, Value.none())));
        }

        boolean isBroken(ReferredRows referred, Moment now) {
            var draft = record.draft();
            return condition
                    .test(path -> value(path, draft.id(), draft.values(), referred), now)
                    .holds();
        }
    }

    /** Does not name a field that is hidden from the caller. */
    private static String place(CallerObject target, ValidationRule rule) {
        String field = rule.field();
        return field == null || target.visible().field(field).isEmpty() ? "" : field;
    }

    private Moment now(CallerObject target) {
        return new Moment(
                clock.instant(),
                target.caller().tenant().zone(),
                target.caller().tenant().currency());
    }

    private static Value value(FieldPath path, UUID id, Map<String, Value> values, ReferredRows referred) {
        return path.toString().equals(CallerView.ID) ? Value.of(id) : referred.value(path, values);
    }

    private Expression condition(CallerObject target, ValidationRule rule) {
        String source = rule.source();
        // What a path leads to may differ between releases that have the same object.
        String others = source.indexOf('.') < 0
                ? ""
                : target.tenant() + "/" + target.release().number();
        return compiled.get(
                new Key(target.type().hash(), source, others),
                key -> expressions.require("", source, target.release().schema(target.type()), ExpectedType.BOOLEAN));
    }

    private Expression defaultSource(CallerObject target, String source) {
        return compiled.get(
                new Key(target.type().hash(), source, DEFAULT),
                key -> expressions.require("", source, target.type().schema(Set.of()), ExpectedType.ANY));
    }

    /** @param of what else the compiled expression depends on */
    private record Key(String hash, String source, String of) {}
}

package io.qudao.record.internal;

import io.qudao.kernel.Ids;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Placement;
import io.qudao.record.Row;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes records of what callers give: typed, with defaults, and checked against fields and rules. */
@Component
class Intake {
    static final String CREATED_AT = "created_at";
    static final String UPDATED_AT = "updated_at";

    private static final String PARTNER = "partner";

    private final RuleBook rules;
    private final Lookups lookups;
    private final Owners owners;
    private final Clock clock;

    Intake(RuleBook rules, Lookups lookups, Owners owners, Clock clock) {
        this.owners = owners;
        this.rules = rules;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** A new record; what is wrong goes to the violations. */
    Entry fresh(Target target, Value.Fields input, int number, List<Violation> wrong) {
        var violations = new Violations();
        var given = given(target, input, violations);
        var id = Ids.next();
        var values = blank(target);
        values.putAll(given);
        stamp(target, values, CREATED_AT, UPDATED_AT);
        owners.stamp(target, given.keySet(), values, violations);
        checkPartner(given, violations);
        fillIn(target, id, target.whole().fields(), given, values, violations);
        var entry = new Entry(id, values, number);
        check(target, entry, violations);
        violations.list().forEach(violation -> wrong.add(entry.of(violation)));
        return entry;
    }

    /** A new record whose standard fields its module has written: it gets the tenant's own. */
    Entry completed(Target target, Row written, Value.Fields input, List<Violation> wrong) {
        var violations = new Violations();
        violations.addAll(wrong);
        wrong.clear();
        var given = given(target, input, violations);
        var values = new LinkedHashMap<>(written.values());
        values.putAll(given);
        var own = target.whole().fields().stream()
                .filter(field -> !(field.placement() instanceof Placement.Column))
                .toList();
        fillIn(target, written.id(), own, given, values, violations);
        var entry = new Entry(written.id(), values, 0);
        check(target, entry, violations);
        wrong.addAll(violations.list());
        return entry;
    }

    /** A record with some values changed. */
    Entry changed(Target target, Row current, Value.Fields input, List<Violation> wrong) {
        var violations = new Violations();
        var values = new LinkedHashMap<>(current.values());
        var given = given(target, input, violations);
        values.putAll(given);
        stamp(target, values, UPDATED_AT);
        owners.settle(given.keySet(), values, violations);
        checkPartner(given, violations);
        var entry = new Entry(current.id(), values, 0);
        check(target, entry, violations);
        wrong.addAll(violations.list());
        return entry;
    }

    /** Look-ups that name no record the caller can reach; {@code all} are those to look at, owners and creators aside. */
    void checkTargets(List<Field> all, List<Entry> entries, List<Violation> wrong) {
        var fields = all.stream()
                .filter(field -> !ObjectType.BOOKKEEPING.contains(field.name()))
                .toList();
        var references =
                Lookups.references(fields, entries.stream().map(Entry::values).toList());
        var missing = new HashMap<String, Set<UUID>>();
        references.forEach((object, ids) -> {
            var existing = lookups.existing(object, ids);
            ids.removeAll(existing);
            missing.put(object, ids);
        });
        for (Field field : fields) {
            var gone = missing.getOrDefault(String.valueOf(field.target()), Set.of());
            for (Entry entry : gone.isEmpty() ? List.<Entry>of() : entries) {
                if (entry.value(field) instanceof Value.Ref(var id) && gone.contains(id)) {
                    wrong.add(entry.of(Violation.of(field.name(), "record.target_missing", field.target())));
                }
            }
        }
    }

    /** Fields that were not given get their defaults. */
    private void fillIn(
            Target target,
            UUID id,
            List<Field> fields,
            Map<String, Value> given,
            Map<String, Value> values,
            Violations violations) {
        var currency = target.caller().tenant().currency();
        for (Field field : rules.inOrder(target, fields)) {
            String source = field.defaultSource();
            if (source != null && !given.containsKey(field.name())) {
                var value = rules.defaultOf(target, field, source, id, values);
                values.put(field.name(), field.type().fit(field, value, currency, violations));
            }
        }
    }

    private SequencedMap<String, Value> given(Target target, Value.Fields input, Violations violations) {
        var currency = target.caller().tenant().currency();
        var given = new LinkedHashMap<String, Value>();
        input.values().forEach((name, value) -> {
            var field = target.visible().field(name);
            if (field.isEmpty()) {
                boolean system = name.equals(Shape.ID) || name.equals(Shape.VERSION);
                violations.add(name, system ? "record.read_only" : "unknown_field", name);
            } else if (!target.isWritable(field.get())) {
                violations.add(name, "record.read_only", name);
            } else {
                given.put(name, field.get().type().coerce(field.get(), value, currency, violations));
            }
        });
        return given;
    }

    private void check(Target target, Entry entry, Violations violations) {
        var wrong = new ArrayList<String>();
        violations.list().forEach(violation -> wrong.add(violation.field()));
        for (Field field : target.whole().fields()) {
            if (field.required() && isBlank(entry.value(field)) && !wrong.contains(field.name())) {
                violations.add(field.name(), "required");
            }
        }
        if (violations.isEmpty()) {
            rules.check(target, entry.id(), entry.values(), violations);
        }
    }

    private static boolean isBlank(Value value) {
        return value.isNull() || (value instanceof Value.Text(var text) && text.isBlank());
    }

    private static SequencedMap<String, Value> blank(Target target) {
        var values = new LinkedHashMap<String, Value>();
        target.whole().fields().forEach(field -> values.put(field.name(), Value.none()));
        return values;
    }

    /** Records are handed over to partners that the caller knows. */
    private void checkPartner(Map<String, Value> given, Violations violations) {
        if (given.get(Owners.OWNER_PARTNER) instanceof Value.Ref(var id)
                && lookups.existing(PARTNER, Set.of(id)).isEmpty()) {
            violations.add(Owners.OWNER_PARTNER, "record.target_missing", PARTNER);
        }
    }

    private void stamp(Target target, Map<String, Value> values, String... fields) {
        if (target.whole().isCell()) {
            var now = Value.of(clock.instant().truncatedTo(ChronoUnit.MICROS));
            for (String field : fields) {
                values.put(field, now);
            }
        }
    }
}

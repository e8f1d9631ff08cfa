package io.qudao.record.internal;

import io.qudao.kernel.Ids;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordValues;
import io.qudao.record.Row;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerView;
import io.qudao.record.internal.row.Lookups;
import io.qudao.record.internal.row.OwnRights;
import io.qudao.record.internal.row.Owners;
import io.qudao.record.internal.row.RecordDraft;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares records from the callers' input: typed, with defaults, and checked against fields and rules. */
@Component
class RecordPreparation {
    static final String CREATED_AT = "created_at";
    static final String UPDATED_AT = "updated_at";

    private static final String PARTNER = "partner";

    private final RuleBook rules;
    private final Lookups lookups;
    private final Owners owners;
    private final Clock clock;

    RecordPreparation(RuleBook rules, Lookups lookups, Owners owners, Clock clock) {
        this.owners = owners;
        this.rules = rules;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** Prepares a new record of a cell. */
    Prepared fresh(CallerObject target, Value.Fields input, int number) {
        var violations = new Violations();
        var given = given(target, input, target::isGiven, violations);
        var id = Ids.next();
        var values = blank(target);
        values.putAll(given);
        stamp(target, values, CREATED_AT, UPDATED_AT);
        owners.stamp(target, given.keySet(), values, violations);
        checkPartner(given, violations);
        fillIn(target, id, target.whole().fields(), given, values, violations);
        var entry = new RecordDraft(id, 1, values, number);
        RequiredFields.ofNew(
                target,
                field -> target.isGiven(field)
                        && target.visible().field(field.name()).isPresent(),
                entry,
                violations);
        return new Prepared(entry, null, violations);
    }

    /** Checks the rules of all records that have no violations yet, and returns the violations of all. */
    List<Violation> judge(CallerObject target, List<Prepared> records) {
        rules.check(
                target,
                records.stream().filter(record -> record.violations().isEmpty()).toList());
        return records.stream().flatMap(record -> record.wrong().stream()).toList();
    }

    /** Returns the arguments of a create command: the given values and the defaults of standard fields. */
    RecordValues forCommand(CallerObject target, Value.Fields input) {
        var violations = new Violations();
        var values = given(target, input, target::isGiven, violations);
        var standard = target.whole().fields().stream()
                .filter(field -> !OwnRights.isOwn(field))
                .filter(target.type()::isGiven)
                .toList();
        fillIn(target, Ids.next(), standard, Map.copyOf(values), values, violations);
        violations.failIfAny(RecordProblem.INVALID);
        return split(target, values);
    }

    /**
     * Returns the arguments of a change command; nothing if no field would get another value. The module decides what
     * else changes with them, so the record is judged only as its module stores it.
     */
    Optional<RecordValues> forChange(CallerObject target, Row current, Value.Fields input) {
        var violations = new Violations();
        var values = given(target, input, target::isChanged, violations);
        violations.failIfAny(RecordProblem.INVALID);
        Predicate<String> differs = name -> !current.value(name).equals(values.get(name));
        if (values.keySet().stream().noneMatch(differs)) {
            return Optional.empty();
        }
        target.whole().fields().stream()
                .filter(OwnRights::isOwn)
                .map(Field::name)
                .filter(differs.negate())
                .forEach(values::remove);
        return Optional.of(split(target, values));
    }

    /** Separates values for a command of a module. */
    private static RecordValues split(CallerObject target, Map<String, Value> values) {
        var standard = new LinkedHashMap<String, Value>();
        var own = new LinkedHashMap<String, Value>();
        for (Field field : target.whole().fields()) {
            var value = values.get(field.name());
            if (value != null) {
                (OwnRights.isOwn(field) ? own : standard).put(field.name(), value);
            }
        }
        return new RecordValues(new Value.Fields(standard), new Value.Fields(own));
    }

    /**
     * Prepares the tenant's own fields of a new record whose standard fields its module has written.
     *
     * @param own values the caller gave and may set
     * @param asked whether somebody could be asked for required fields
     * @param askable names of the own fields that the caller may set
     * @param violations what is known to be wrong with it
     */
    Prepared completed(
            CallerObject target,
            RecordDraft written,
            Value.Fields own,
            boolean asked,
            Set<String> askable,
            Violations violations) {
        var given = given(target, own, field -> true, violations);
        var values = new LinkedHashMap<>(written.values());
        values.putAll(given);
        var fields = target.whole().fields().stream().filter(OwnRights::isOwn).toList();
        fillIn(target, written.id(), fields, given, values, violations);
        var entry = new RecordDraft(written.id(), written.version(), values, written.number());
        if (asked) {
            RequiredFields.ofNew(target, isAskable(askable), entry, violations);
        }
        return new Prepared(entry, null, violations);
    }

    /**
     * Prepares a record whose standard fields its module has changed, together with changed own fields.
     *
     * @param own what the caller gives and may change
     * @param askable names of the own fields that the caller may give, where it needs what a new record needs
     */
    Prepared rewritten(
            CallerObject target,
            Row before,
            RecordDraft written,
            Value.Fields own,
            @Nullable Set<String> askable,
            Violations violations) {
        var values = new LinkedHashMap<>(written.values());
        var given = given(target, own, field -> true, violations);
        values.putAll(given);
        if (askable != null) {
            fillIn(target, written.id(), RequiredFields.blankOwn(target, values), given, values, violations);
        }
        var entry = new RecordDraft(written.id(), written.version(), values, written.number());
        if (askable != null) {
            RequiredFields.ofNew(target, isAskable(askable), entry, violations);
        } else {
            RequiredFields.ofChanged(target, before.values(), entry, violations);
        }
        return new Prepared(entry, before.values(), violations);
    }

    /** Whether whoever writes a record through its module can give it a field. */
    private static Predicate<Field> isAskable(Set<String> own) {
        return field -> !OwnRights.isOwn(field) || own.contains(field.name());
    }

    /** Prepares a record with some values changed. */
    Prepared changed(CallerObject target, Row current, Value.Fields input) {
        var violations = new Violations();
        var values = new LinkedHashMap<>(current.values());
        var given = given(target, input, target::isChanged, violations);
        values.putAll(given);
        stamp(target, values, UPDATED_AT);
        owners.settle(given.keySet(), values, violations);
        checkPartner(given, violations);
        var entry = new RecordDraft(current.id(), current.version() + 1, values, 0);
        RequiredFields.ofChanged(target, current.values(), entry, violations);
        return new Prepared(entry, current.values(), violations);
    }

    /** A record of which these fields are emptied, whatever its rules say. */
    RecordDraft emptied(CallerObject target, Row current, List<Field> fields) {
        var values = new LinkedHashMap<>(current.values());
        fields.forEach(field -> values.put(field.name(), Value.none()));
        stamp(target, values, UPDATED_AT);
        return new RecordDraft(current.id(), current.version() + 1, values, 0);
    }

    /** Look-ups that name no record the caller can reach; {@code all} are those to look at, owners and creators aside. */
    void checkTargets(List<Field> all, List<RecordDraft> entries, List<Violation> wrong) {
        var fields = all.stream()
                .filter(field -> !ObjectType.BOOKKEEPING.contains(field.name()))
                .toList();
        var references = Lookups.references(
                fields, entries.stream().map(RecordDraft::values).toList());
        var missing = new HashMap<String, Set<UUID>>();
        // By name, so that two writers never wait for each other's targets.
        new TreeMap<>(references).forEach((object, ids) -> {
            var existing = lookups.hold(object, ids);
            ids.removeAll(existing);
            missing.put(object, ids);
        });
        for (Field field : fields) {
            var gone = missing.getOrDefault(String.valueOf(field.target()), Set.of());
            for (RecordDraft entry : gone.isEmpty() ? List.<RecordDraft>of() : entries) {
                if (entry.value(field) instanceof Value.Ref(var id) && gone.contains(id)) {
                    wrong.add(entry.of(Violation.of(field.name(), "record.target_missing", field.target())));
                }
            }
        }
    }

    /** Sets the defaults of fields that were not given. */
    private void fillIn(
            CallerObject target,
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

    private SequencedMap<String, Value> given(
            CallerObject target, Value.Fields input, Predicate<Field> mayWrite, Violations violations) {
        var currency = target.caller().tenant().currency();
        var given = new LinkedHashMap<String, Value>();
        input.values().forEach((name, value) -> {
            var field = target.visible().field(name);
            if (field.isEmpty()) {
                boolean system = name.equals(CallerView.ID) || name.equals(CallerView.VERSION);
                violations.add(name, system ? "record.read_only" : "unknown_field", name);
            } else if (!mayWrite.test(field.get())) {
                violations.add(name, "record.read_only", name);
            } else {
                given.put(name, field.get().type().coerce(field.get(), value, currency, violations));
            }
        });
        return given;
    }

    private static SequencedMap<String, Value> blank(CallerObject target) {
        var values = new LinkedHashMap<String, Value>();
        target.whole().fields().forEach(field -> values.put(field.name(), Value.none()));
        return values;
    }

    /** Records can be handed over only to partners that the caller can see. */
    private void checkPartner(Map<String, Value> given, Violations violations) {
        if (given.get(Owners.OWNER_PARTNER) instanceof Value.Ref(var id)
                && lookups.hold(PARTNER, Set.of(id)).isEmpty()) {
            violations.add(Owners.OWNER_PARTNER, "record.target_missing", PARTNER);
        }
    }

    private void stamp(CallerObject target, Map<String, Value> values, String... fields) {
        if (target.whole().isCell()) {
            var now = Value.of(clock.instant().truncatedTo(ChronoUnit.MICROS));
            for (String field : fields) {
                values.put(field, now);
            }
        }
    }
}

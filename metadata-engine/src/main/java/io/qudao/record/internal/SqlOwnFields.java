package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.record.OwnFields;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Own fields beside a row that another module has written. Objects without own fields and rules cost no statement. */
@Component
class SqlOwnFields implements OwnFields {
    private final Metadata metadata;
    private final Targets targets;
    private final OwnRights rights;
    private final Finder finder;
    private final Intake intake;
    private final Store store;

    SqlOwnFields(Metadata metadata, Targets targets, OwnRights rights, Finder finder, Intake intake, Store store) {
        this.metadata = metadata;
        this.targets = targets;
        this.rights = rights;
        this.finder = finder;
        this.intake = intake;
        this.store = store;
    }

    @Override
    public Value.Fields give(String object, UUID id, String path, Map<String, Value> values) {
        var release = metadata.current();
        if (values.isEmpty()
                && !hasOwnFields(release, object)
                && release.rules(object).isEmpty()) {
            return Value.Fields.EMPTY;
        }
        var target = targets.forModule(object, Verb.CREATE);
        var wrong = new ArrayList<Violation>();
        var entry = intake.completed(target, row(target, id), writable(target, values, wrong), wrong);
        var own = own(target.type());
        intake.checkTargets(own, List.of(entry), wrong);
        var names = new Names(path, target.type(), values.keySet());
        names.failIfAny(wrong);
        try {
            store.give(
                    target,
                    own.stream().filter(field -> !entry.value(field).isNull()).toList(),
                    entry);
        } catch (ProblemException taken) {
            names.failIfAny(taken.violations());
            throw taken;
        }
        return values(rights.read(object), entry.values());
    }

    @Override
    public void check(String object, UUID id, String path) {
        if (metadata.current().rules(object).isEmpty()) {
            return;
        }
        var target = targets.forModule(object, Verb.UPDATE);
        var wrong = new ArrayList<Violation>();
        intake.changed(target, row(target, id), Value.Fields.EMPTY, wrong);
        new Names(path, target.type(), Set.of()).failIfAny(wrong);
    }

    @Override
    public Value.Fields of(String object, UUID id) {
        var readable = hasOwnFields(metadata.current(), object) ? rights.read(object) : List.<Field>of();
        return readable.isEmpty()
                ? Value.Fields.EMPTY
                : finder.visible(
                                targets.find(object, Verb.READ).orElseGet(() -> targets.forModule(object, Verb.READ)),
                                id)
                        .map(row -> values(readable, row.values()))
                        .orElse(Value.Fields.EMPTY);
    }

    @Override
    public Value.Fields whole(String object, UUID id) {
        if (!hasOwnFields(metadata.current(), object)) {
            return Value.Fields.EMPTY;
        }
        var target = targets.forModule(object, Verb.READ);
        return values(own(target.type()), row(target, id).values());
    }

    /** Refuses standard fields, which the module writes; without a right on the object, all that are not asked for. */
    private Value.Fields writable(Target target, Map<String, Value> values, List<Violation> wrong) {
        var names = names(own(target.type()));
        var asked = target.rights().create() ? names : names(rights.given(target.object()));
        var given = new LinkedHashMap<String, Value>();
        values.forEach((name, value) -> {
            if (!names.contains(name)) {
                wrong.add(Violation.of(name, "unknown_field", name));
            } else if (!asked.contains(name)) {
                wrong.add(Violation.of(name, "record.read_only", name));
            } else {
                given.put(name, value);
            }
        });
        return new Value.Fields(given);
    }

    private Row row(Target target, UUID id) {
        return finder.whole(target, id, false)
                .orElseThrow(() -> new IllegalStateException("No row of " + target.object() + " " + id));
    }

    private static Value.Fields values(List<Field> fields, Map<String, Value> values) {
        var of = new LinkedHashMap<String, Value>();
        fields.forEach(field -> of.put(field.name(), values.getOrDefault(field.name(), Value.none())));
        return new Value.Fields(of);
    }

    private static Set<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).collect(Collectors.toSet());
    }

    private static boolean hasOwnFields(ReleaseView release, String object) {
        return release.object(object)
                .filter(type -> type.fields().stream().anyMatch(OwnRights::isOwn))
                .isPresent();
    }

    private static List<Field> own(ObjectType type) {
        return type.fields().stream().filter(OwnRights::isOwn).toList();
    }

    /** Own fields, and whatever the caller named, stand below the path; standard fields that a rule names do not. */
    private record Names(String path, ObjectType type, Set<String> given) {
        void failIfAny(List<Violation> wrong) {
            ProblemException.failIfAny(
                    RecordProblem.INVALID, wrong.stream().map(this::below).toList());
        }

        private Violation below(Violation violation) {
            String name = violation.field();
            boolean own = given.contains(name)
                    || type.field(name).filter(OwnRights::isOwn).isPresent();
            return own
                    ? Violation.of(
                            path + name, violation.code(), violation.arguments().toArray())
                    : violation;
        }
    }
}

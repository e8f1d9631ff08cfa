package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Placement;
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
    private final Finder finder;
    private final Intake intake;
    private final Store store;

    SqlOwnFields(Metadata metadata, Targets targets, Finder finder, Intake intake, Store store) {
        this.metadata = metadata;
        this.targets = targets;
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
        return targets.find(object, Verb.READ)
                .map(reader -> shown(reader, entry.values()))
                .orElse(Value.Fields.EMPTY);
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
        return hasOwnFields(metadata.current(), object)
                ? targets.find(object, Verb.READ)
                        .flatMap(target -> finder.visible(target, id).map(row -> shown(target, row.values())))
                        .orElse(Value.Fields.EMPTY)
                : Value.Fields.EMPTY;
    }

    @Override
    public Value.Fields whole(String object, UUID id) {
        if (!hasOwnFields(metadata.current(), object)) {
            return Value.Fields.EMPTY;
        }
        var target = targets.forModule(object, Verb.READ);
        return own(target.type().fields(), row(target, id).values());
    }

    /** Refuses standard fields, which the module writes, and all fields where the caller may not give any. */
    private static Value.Fields writable(Target target, Map<String, Value> values, List<Violation> wrong) {
        var names = own(target.type()).stream().map(Field::name).collect(Collectors.toSet());
        var given = new LinkedHashMap<String, Value>();
        values.forEach((name, value) -> {
            if (!names.contains(name)) {
                wrong.add(Violation.of(name, "unknown_field", name));
            } else if (!target.rights().create()) {
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

    private static Value.Fields shown(Target target, Map<String, Value> values) {
        return own(target.visible().fields(), values);
    }

    private static Value.Fields own(List<Field> fields, Map<String, Value> values) {
        var own = new LinkedHashMap<String, Value>();
        fields.stream()
                .filter(SqlOwnFields::isOwn)
                .forEach(field -> own.put(field.name(), values.getOrDefault(field.name(), Value.none())));
        return new Value.Fields(own);
    }

    private static boolean hasOwnFields(ReleaseView release, String object) {
        return release.object(object)
                .filter(type -> type.fields().stream().anyMatch(SqlOwnFields::isOwn))
                .isPresent();
    }

    private static List<Field> own(ObjectType type) {
        return type.fields().stream().filter(SqlOwnFields::isOwn).toList();
    }

    private static boolean isOwn(Field field) {
        return !(field.placement() instanceof Placement.Column);
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
                    || type.field(name).filter(SqlOwnFields::isOwn).isPresent();
            return own
                    ? Violation.of(
                            path + name, violation.code(), violation.arguments().toArray())
                    : violation;
        }
    }
}

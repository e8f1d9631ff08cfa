package io.qudao.record.internal;

import io.qudao.metadata.Field;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.metadata.Placement;
import io.qudao.record.Constraints;
import io.qudao.record.RecordRights.Verb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Determines constraints from the slots and finds the records that violate those not yet enforced. */
@Component
class JdbcConstraints implements Constraints {
    private final CallerObjects targets;
    private final Statements statements;
    private final ObjectProvider<Keeper> keepers;

    JdbcConstraints(CallerObjects targets, Statements statements, ObjectProvider<Keeper> keepers) {
        this.targets = targets;
        this.statements = statements;
        this.keepers = keepers;
    }

    @Override
    public List<Constraint> of(String object) {
        var target = targets.forModule(object, Verb.READ);
        var constraints = new ArrayList<Constraint>();
        for (Field field : target.whole().fields()) {
            if (!(field.placement() instanceof Placement.Column)) {
                add(constraints, target, field);
            }
        }
        keepers.orderedStream().forEach(keeper -> constraints.addAll(keeper.of(target.type())));
        var order = target.whole().fields().stream().map(Field::name).toList();
        constraints.sort(Comparator.comparingInt(constraint -> order.indexOf(constraint.field())));
        return constraints;
    }

    private void add(List<Constraint> constraints, CallerObject target, Field field) {
        if (field.unique()) {
            constraints.add(unique(target, field));
        } else if (field.filterable()) {
            constraints.add(new Constraint(field.name(), Kind.FILTERABLE, state(field), 0, List.of()));
        }
        if (field.required()) {
            var empty = empty(target, field);
            var state = empty.isEmpty() ? State.ENFORCED : State.FAILED;
            constraints.add(constraint(target, field, Kind.REQUIRED, state, empty));
        }
    }

    private Constraint unique(CallerObject target, Field field) {
        var state = state(field);
        if (state == State.ENFORCED) {
            return new Constraint(field.name(), Kind.UNIQUE, state, 0, List.of());
        }
        var shared = shared(target, field);
        return constraint(target, field, Kind.UNIQUE, shared.isEmpty() ? state : State.FAILED, shared);
    }

    /**
     * Those who configure the object may know how many records violate it; only those who may read all records may know
     * which.
     */
    private static Constraint constraint(
            CallerObject target, Field field, Kind kind, State state, List<Against> against) {
        boolean readable = target.rights().read()
                && target.rights().rows() == Rows.ALL
                && target.visible().field(field.name()).isPresent();
        return new Constraint(field.name(), kind, state, count(against), readable ? against : List.of());
    }

    private static State state(Field field) {
        return switch (field.placement()) {
            case Placement.Slot slot -> slot.isReady() ? State.ENFORCED : State.BUILDING;
            default -> State.REQUESTED;
        };
    }

    private static long count(List<Against> records) {
        return records.stream().mapToLong(Against::count).sum();
    }

    /** Returns values that several records share, ignoring case. */
    private List<Against> shared(CallerObject target, Field field) {
        String value = "r.data->>'" + field.id() + "'";
        var sql = SqlBuilder.of("select min(" + value + "), (min(r.id::text))::uuid, count(*)")
                .add(target.whole().from(target.tenant(), false))
                .add(" and " + value + " is not null group by lower((" + value + ") collate \"pg_c_utf8\")")
                .add(" having count(*) > 1 order by 3 desc, 1 limit " + EXAMPLES);
        return statements.search(sql, JdbcConstraints::read);
    }

    private List<Against> empty(CallerObject target, Field field) {
        var sql = SqlBuilder.of("select '', (min(r.id::text))::uuid, count(*)")
                .add(target.whole().from(target.tenant(), false))
                .add(" and coalesce(r.data->>'" + field.id() + "', '') = '' having count(*) > 0");
        return statements.search(sql, JdbcConstraints::read);
    }

    private static List<Against> read(ResultSet rows) throws SQLException {
        var records = new ArrayList<Against>();
        while (rows.next()) {
            records.add(new Against(rows.getString(1), rows.getObject(2, UUID.class), rows.getLong(3)));
        }
        return records;
    }
}

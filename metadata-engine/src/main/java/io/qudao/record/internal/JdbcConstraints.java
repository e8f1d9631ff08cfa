package io.qudao.record.internal;

import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import io.qudao.record.Constraints;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.internal.Contradictions.Found;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerObjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Determines constraints from the slots and finds the records that violate those not yet enforced. */
@Component
class JdbcConstraints implements Constraints {
    private final CallerObjects objects;
    private final Contradictions contradictions;
    private final Attention attention;
    private final ObjectProvider<Keeper> keepers;

    JdbcConstraints(
            CallerObjects objects, Contradictions contradictions, Attention attention, ObjectProvider<Keeper> keepers) {
        this.objects = objects;
        this.contradictions = contradictions;
        this.attention = attention;
        this.keepers = keepers;
    }

    @Override
    public List<Constraint> of(String object) {
        var target = objects.forModule(object, Verb.READ);
        var constraints = new ArrayList<Constraint>();
        for (Field field : target.whole().fields()) {
            if (!(field.placement() instanceof Placement.Column)) {
                add(constraints, target, field);
            } else if (!target.whole().isCell() && attention.isDemanded(object, field)) {
                constraints.add(required(target, field));
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
        }
        if (field.filterable()) {
            constraints.add(constraint(field, Kind.FILTERABLE, state(field), Found.NONE));
        }
        if (field.required()) {
            constraints.add(required(target, field));
        }
    }

    private Constraint required(CallerObject target, Field field) {
        var empty = contradictions.empty(target, field);
        return constraint(field, Kind.REQUIRED, empty.records() == 0 ? State.ENFORCED : State.FAILED, empty);
    }

    private Constraint unique(CallerObject target, Field field) {
        var state = state(field);
        var shared = state == State.ENFORCED ? Found.NONE : contradictions.shared(target, field);
        return constraint(field, Kind.UNIQUE, shared.records() == 0 ? state : State.FAILED, shared);
    }

    private static Constraint constraint(Field field, Kind kind, State state, Found against) {
        return new Constraint(field.name(), kind, state, against.records(), against.examples());
    }

    private static State state(Field field) {
        return switch (field.placement()) {
            case Placement.Slot slot -> slot.isReady() ? State.ENFORCED : State.BUILDING;
            default -> State.REQUESTED;
        };
    }
}

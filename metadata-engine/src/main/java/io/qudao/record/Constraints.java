package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;
import io.qudao.metadata.ObjectType;
import java.util.List;
import java.util.UUID;

/** The state of the constraints that fields place on existing records. */
public interface Constraints {
    /** Maximum number of examples of violating records. */
    int EXAMPLES = 20;

    /**
     * Returns the constraints that the tenant places on an object: those of its own fields, and what it requires of standard
     * fields; in order of the fields.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#UNKNOWN_OBJECT}
     */
    @Permits("metadata.read")
    List<Constraint> of(String object);

    /** Keeps constraints of a kind of its own: a bean of the module that does. */
    @ByModules
    interface Keeper {
        /** Those of the tenant's own fields of an object, in the caller's scope. */
        List<Constraint> of(ObjectType type);
    }

    /** The kinds of constraints. */
    enum Kind {
        UNIQUE,
        REQUIRED,
        FILTERABLE,
        SEARCHABLE
    }

    /**
     * The states of a constraint. In every state but {@link #REQUESTED}, new writes must satisfy it. Before
     * {@link #ENFORCED}, unique values are compared with each other and with those existing ones that were already checked.
     */
    enum State {
        /** Published, but not yet processed. */
        REQUESTED,
        /** Existing records are being checked. */
        BUILDING,
        /** Every record satisfies it, and the database enforces it. */
        ENFORCED,
        /** Existing records violate it; the check is repeated until they do not. */
        FAILED
    }

    /**
     * A constraint of a field.
     *
     * @param against number of records that violate it
     * @param examples some of these records
     */
    record Constraint(String field, Kind kind, State state, long against, List<Against> examples) {
        public Constraint {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Records that violate a constraint in the same way.
     *
     * @param value value they share; empty if it is missing
     * @param record the oldest of them
     */
    record Against(String value, UUID record, long count) {}
}

package io.qudao.record;

import io.qudao.kernel.Permits;
import java.util.List;
import java.util.UUID;

/** How far what fields demand of the records that are there has come. */
public interface Constraints {
    /** Most examples of what stands against a constraint. */
    int EXAMPLES = 20;

    /**
     * What the tenant's own fields of an object demand, in order of its fields.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#UNKNOWN_OBJECT}
     */
    @Permits("metadata.read")
    List<Constraint> of(String object);

    /** What a field may demand. */
    enum Kind {
        UNIQUE,
        REQUIRED,
        FILTERABLE
    }

    /** The life of a constraint. What is written from now on keeps it in every state but {@link #REQUESTED}. */
    enum State {
        /** Published, and nothing done about it yet. */
        REQUESTED,
        /** Records from before are being looked at. */
        BUILDING,
        /** Every record keeps it, and the database sees to that. */
        ENFORCED,
        /** Records from before stand against it; it is tried again as long as they do. */
        FAILED
    }

    /**
     * A demand of a field.
     *
     * @param against how many records stand against it
     * @param examples some of them
     */
    record Constraint(String field, Kind kind, State state, long against, List<Against> examples) {
        public Constraint {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Records that stand against a constraint together.
     *
     * @param value what they share; empty where it is missing
     * @param record the oldest of them
     */
    record Against(String value, UUID record, long count) {}
}

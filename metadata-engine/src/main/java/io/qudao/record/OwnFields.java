package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Value;
import java.util.Map;
import java.util.UUID;

/**
 * The tenant's own fields of a standard object, for the module that writes its records itself: by the rights, rules and
 * defaults of {@link Records}; who makes a record without rights on its object gives and reads the fields that it cannot
 * be made without. Called in the transaction of the record's change.
 */
@ByModules
public interface OwnFields {
    /**
     * Gives a record whose row was just written its own fields, and checks the object's rules on the whole.
     *
     * @param path before the names of own fields in violations, such as {@code custom.}
     * @param values by field name, typed or as JSON has them
     * @return what {@link #of} answers now
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#INVALID} with all violations
     */
    Value.Fields give(String object, UUID id, String path, Map<String, Value> values);

    /**
     * Checks the object's rules on a record as its row stands now.
     *
     * @throws io.qudao.kernel.ProblemException {@link RecordProblem#INVALID} with all violations
     */
    void check(String object, UUID id, String path);

    /** The own fields of a record that the caller may read, in the order of the object; empty where there is none. */
    Value.Fields of(String object, UUID id);

    /** All own fields of a record in reach, whoever asks: for rules and approvals, never for an answer. */
    Value.Fields whole(String object, UUID id);
}

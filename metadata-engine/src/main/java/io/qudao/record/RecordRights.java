package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.tenancy.Caller;

/**
 * What callers may do with the records of an object: a bean of the module that knows permission sets. Asked at every use,
 * so it answers from memory. Without such a bean the platform itself may do everything and nobody else anything.
 */
public interface RecordRights {
    /**
     * All permission sets of the caller that grant a verb, as one: its rows and fields are those the verb may be used on.
     * Where none grants it, the right to it is not among the answer's.
     */
    @ByModules
    ObjectRights of(Caller caller, String object, Verb verb);

    /** What is done with records. To change or delete one, a caller must be able to read it too. */
    enum Verb {
        CREATE,
        READ,
        UPDATE,
        DELETE
    }
}

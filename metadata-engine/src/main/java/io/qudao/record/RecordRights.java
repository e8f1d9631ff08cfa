package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.tenancy.Caller;

/**
 * What callers may do with the records of an object; implemented by a bean of the module that knows permission sets. It
 * is called for every use, so it must answer from memory. Without such a bean the platform itself may do everything and
 * nobody else anything.
 */
public interface RecordRights {
    /**
     * Returns the combination of all permission sets of the caller that grant a verb: its rows and fields are those the
     * verb may be used on. If no set grants the verb, neither does the result.
     */
    @ByModules
    ObjectRights of(Caller caller, String object, Verb verb);

    /** What is done with records. Changing or deleting a record requires the right to read it. */
    enum Verb {
        CREATE,
        READ,
        UPDATE,
        DELETE
    }
}

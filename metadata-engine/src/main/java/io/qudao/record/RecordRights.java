package io.qudao.record;

import io.qudao.kernel.ByModules;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.tenancy.Caller;

/**
 * What callers may do with the records of an object: a bean of the module that knows permission sets. Asked at every use,
 * so it answers from memory. Without such a bean the platform itself may do everything and nobody else anything.
 */
public interface RecordRights {
    /** All permission sets of the caller as one; rights to nothing where they have none. */
    @ByModules
    ObjectRights of(Caller caller, String object);
}

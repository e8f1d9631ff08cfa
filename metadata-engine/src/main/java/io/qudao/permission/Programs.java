package io.qudao.permission;

import io.qudao.kernel.ByModules;
import io.qudao.tenancy.Tenant;

/** Receives changes of a tenant's programs from the control plane. */
public interface Programs {
    /** Makes a new program a member with all rights of the head office. Repeating the call changes nothing. */
    @ByModules
    void added(Tenant tenant, String clientId, String name);

    /** Deactivates a removed program. Repeating the call changes nothing. */
    @ByModules
    void removed(Tenant tenant, String clientId);
}

package io.qudao.permission;

import io.qudao.kernel.ByModules;
import io.qudao.tenancy.Tenant;

/** The programs of a tenant, as the control plane tells of them. */
public interface Programs {
    /** A new program becomes a member with all rights of the head office. Saying it again changes nothing. */
    @ByModules
    void added(Tenant tenant, String clientId, String name);

    /** A program that was removed works no more. Saying it again changes nothing. */
    @ByModules
    void removed(Tenant tenant, String clientId);
}

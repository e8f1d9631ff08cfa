package io.qudao.permission;

import io.qudao.tenancy.Tenant;
import java.util.UUID;

/**
 * Knows the partner that is the tenant itself, its head office: a bean of the module that owns partners. The first members
 * of a tenant act for it, so it is there before {@code TenantCreated} reaches listeners without an order.
 */
@FunctionalInterface
public interface HomePartner {
    UUID rootPartner(Tenant tenant);
}

package io.qudao.tenancy;

/**
 * A tenant's rows are being created; listeners add theirs in the same transaction, as the platform, inside the tenant's
 * scope.
 */
public record TenantCreated(Tenants.NewTenant created) {}

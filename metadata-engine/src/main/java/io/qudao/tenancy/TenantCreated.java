package io.qudao.tenancy;

/** A tenant's rows are being made; listeners add theirs in the same transaction, as the platform, inside its scope. */
public record TenantCreated(Tenants.NewTenant created) {}

package io.qudao.identity;

import io.qudao.kernel.TenantId;
import java.util.Locale;
import java.util.UUID;

/** A person as one tenant knows them. The person is one over all tenants; name, language, role and password are the tenant's. */
public record Membership(TenantId tenant, UUID person, String email, String name, Locale locale, Role role) {}

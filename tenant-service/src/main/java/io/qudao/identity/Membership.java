package io.qudao.identity;

import io.qudao.kernel.TenantId;
import java.util.Locale;
import java.util.UUID;

/**
 * A person as one tenant knows them. Nothing here reveals whether another tenant knows the same address.
 *
 * @param person id of the person at this tenant
 */
public record Membership(TenantId tenant, UUID person, String email, String name, Locale locale, Role role) {}

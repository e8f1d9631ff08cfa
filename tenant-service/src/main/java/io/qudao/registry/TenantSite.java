package io.qudao.registry;

/**
 * A tenant and the host by which it was addressed.
 *
 * @param origin public address of that host, such as {@code https://acme.example.com}, which is the issuer of its
 *     tokens
 */
public record TenantSite(Tenant tenant, String origin) {}

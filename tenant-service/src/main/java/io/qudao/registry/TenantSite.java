package io.qudao.registry;

/**
 * A tenant at the host it was asked for.
 *
 * @param origin public address of that host, such as {@code https://acme.example.com}: the issuer of its tokens
 */
public record TenantSite(Tenant tenant, String origin) {}

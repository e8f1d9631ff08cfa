package io.qudao.gateway;

/** Whose address a request was sent to, told by its Host header. */
public sealed interface Site {
    /** The tenant's own host, {@code slug.domain}. */
    record Tenant(String slug, String host) implements Site {}

    /** The bare domain: the public site with sign-up. */
    record Public(String host) implements Site {}

    /** No host of ours. */
    record Unknown() implements Site {}
}

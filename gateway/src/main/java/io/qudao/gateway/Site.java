package io.qudao.gateway;

/** The site a request was sent to, determined by its Host header. */
public sealed interface Site {
    /** The tenant's own host, {@code slug.domain}. */
    record Tenant(String slug, String host) implements Site {}

    /** The bare domain: the public site with sign-up. */
    record Public(String host) implements Site {}

    /** A host that is not ours. */
    record Unknown() implements Site {}
}

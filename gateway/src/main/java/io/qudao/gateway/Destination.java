package io.qudao.gateway;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The destination of a request and what is required on the way. */
public enum Destination {
    /** The bare domain: front page and sign-up. */
    PUBLIC_SITE(Pool.TENANT_SERVICE, false, true),
    /** Sign-in and the OpenID provider of a tenant. */
    IDENTITY(Pool.TENANT_SERVICE, false, true),
    /** The API that administers a tenant's clients. */
    CLIENTS(Pool.TENANT_SERVICE, true, true),
    API(Pool.PLATFORM, true, true),
    /** API calls that may take long: event streams, imports and exports. */
    LONG_API(Pool.PLATFORM, true, false),
    /** Pages, their resources and push. Their sessions are bound to one node. */
    PAGES(Pool.PLATFORM, false, false),
    /** Backend paths that are not public. */
    NOWHERE(Pool.NONE, false, false);

    /** The group of backends that can respond. */
    public enum Pool {
        TENANT_SERVICE,
        PLATFORM,
        NONE;

        /** What its routes lead to. */
        public URI uri() {
            return URI.create("node://" + name().toLowerCase(Locale.ROOT));
        }
    }

    private static final List<String> CLOSED = List.of("/internal", "/actuator");
    private static final List<String> IDENTITY_PATHS =
            List.of("/oauth2", "/.well-known", "/connect", "/userinfo", "/sign-in", "/sign-out", "/identity");
    private static final List<String> LONG_PATHS = List.of("/api/v1/events", "/api/v1/imports", "/api/v1/exports");

    private final Pool pool;
    private final boolean token;
    private final boolean timed;

    Destination(Pool pool, boolean token, boolean timed) {
        this.pool = pool;
        this.token = token;
        this.timed = timed;
    }

    public Pool pool() {
        return pool;
    }

    /** Returns whether a valid token is required. */
    public boolean needsToken() {
        return token;
    }

    /** Returns whether a response must begin within the API's time limit. */
    public boolean isTimed() {
        return timed;
    }

    /** Returns whether a browser session stays on the node on which it began. */
    public boolean isSticky() {
        return this == PAGES;
    }

    /** Returns the destination of a decoded path at a site. */
    public static Destination of(Site site, String path) {
        if (isBelow(path, CLOSED)) {
            return NOWHERE;
        }
        return switch (site) {
            case Site.Unknown ignored -> NOWHERE;
            case Site.Public ignored -> PUBLIC_SITE;
            case Site.Tenant ignored -> ofTenant(path);
        };
    }

    private static Destination ofTenant(String path) {
        if (isBelow(path, "/api")) {
            if (isBelow(path, "/api/v1/clients")) {
                return CLIENTS;
            }
            return isBelow(path, LONG_PATHS) ? LONG_API : API;
        }
        // The platform is a client of the OpenID provider; the path where its sign-in starts lies among the provider's
        // paths.
        if (isBelow(path, "/oauth2/authorization")) {
            return PAGES;
        }
        return isBelow(path, IDENTITY_PATHS) ? IDENTITY : PAGES;
    }

    private static boolean isBelow(String path, List<String> prefixes) {
        return prefixes.stream().anyMatch(prefix -> isBelow(path, prefix));
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}

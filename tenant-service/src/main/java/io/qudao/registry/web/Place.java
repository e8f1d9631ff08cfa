package io.qudao.registry.web;

import java.util.List;

/** The hosts at which a path is served. */
enum Place {
    /** At any host: key set, calls between the programs, health, style sheets. */
    ANYWHERE,
    /** At tenants' hosts and at the public site. */
    EITHER,
    TENANT,
    SITE;

    private static final List<String> FOR_ALL = List.of("/internal/", "/actuator/", "/identity/assets/", "/error");
    private static final List<String> FOR_TENANTS = List.of(
            "/oauth2/", "/.well-known/", "/connect/", "/userinfo", "/sign-out", "/identity/", "/api/v1/clients");

    static Place of(String path) {
        if (path.equals("/oauth2/jwks") || FOR_ALL.stream().anyMatch(path::startsWith)) {
            return ANYWHERE;
        }
        if (path.equals("/sign-in")) {
            return EITHER;
        }
        return FOR_TENANTS.stream().anyMatch(path::startsWith) ? TENANT : SITE;
    }
}

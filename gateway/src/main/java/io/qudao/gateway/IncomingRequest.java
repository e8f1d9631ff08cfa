package io.qudao.gateway;

import org.springframework.web.server.ServerWebExchange;

/**
 * A request as analysed by the edge.
 *
 * @param path the decoded path
 * @param scheme {@code http} or {@code https}, as used by the client
 * @param client the client's network address
 */
public record IncomingRequest(
        String requestId, Site site, Destination destination, String path, String scheme, String client) {
    /** The header with the id of a request, for backends and clients. */
    public static final String ID_HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = IncomingRequest.class.getName();

    public static IncomingRequest of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    public void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    public boolean isSecure() {
        return scheme.equals("https");
    }

    /** Returns the tenant's slug, or {@code -} (which no tenant can have) for the public site. */
    public String slug() {
        return site instanceof Site.Tenant(String slug, String ignored) ? slug : "-";
    }

    /** Returns host and port as sent by the client, in lower case. */
    public String host() {
        return switch (site) {
            case Site.Tenant tenant -> tenant.host();
            case Site.Public open -> open.host();
            case Site.Unknown ignored -> "";
        };
    }

    /** Returns the public base URL of the site, which is also the issuer of its tokens. */
    public String base() {
        return scheme + "://" + host();
    }

    /** Returns the port the client connected to. */
    public String port() {
        String host = host();
        int colon = host.lastIndexOf(':');
        if (colon >= 0) {
            return host.substring(colon + 1);
        }
        return isSecure() ? "443" : "80";
    }
}

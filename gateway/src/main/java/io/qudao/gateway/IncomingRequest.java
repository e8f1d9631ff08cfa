package io.qudao.gateway;

import org.springframework.web.server.ServerWebExchange;

/**
 * What the edge found out about a request.
 *
 * @param path the decoded path
 * @param scheme {@code http} or {@code https}, as the client spoke it
 * @param client the client's network address
 */
public record IncomingRequest(
        String requestId, Site site, Destination destination, String path, String scheme, String client) {
    /** The header that names a request to backends and clients. */
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

    /** The tenant's slug, or {@code -} (which no tenant can have) at the public site. */
    public String slug() {
        return site instanceof Site.Tenant(String slug, String ignored) ? slug : "-";
    }

    /** Host and port as the client wrote them, in lower case. */
    public String host() {
        return switch (site) {
            case Site.Tenant tenant -> tenant.host();
            case Site.Public open -> open.host();
            case Site.Unknown ignored -> "";
        };
    }

    /** The public base address of the site, which is also the issuer of its tokens. */
    public String base() {
        return scheme + "://" + host();
    }

    /** The port that the client spoke to. */
    public String port() {
        String host = host();
        int colon = host.lastIndexOf(':');
        if (colon >= 0) {
            return host.substring(colon + 1);
        }
        return isSecure() ? "443" : "80";
    }
}

package io.qudao.gateway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The subject and tenant of a verified token.
 *
 * @param tenant the tenant's slug
 * @param grants ids by which the token can be revoked, each prefixed with the id of its tenant: the token itself, and
 *     the sign-in or secret it was granted for
 */
public record Caller(String subject, String tenant, String issuer, List<String> grants, Instant expires) {
    private static final String ATTRIBUTE = Caller.class.getName();

    public void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    public static @Nullable Caller of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}

package io.qudao.gateway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who a verified token speaks for, and for which tenant.
 *
 * @param tenant the tenant's slug
 * @param grants by which the token can be revoked, each after the id of its tenant: itself, and the sign-in or secret behind it
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

package io.qudao.gateway.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who a verified token speaks for, and for which tenant.
 *
 * @param tenant the tenant's slug
 * @param grants by which the token can be revoked, see {@link RevokedTokens#key}: itself, and the sign-in or secret behind it
 */
record Caller(String subject, String tenant, String issuer, List<String> grants, Instant expires) {
    private static final String ATTRIBUTE = Caller.class.getName();

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    static @Nullable Caller of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}

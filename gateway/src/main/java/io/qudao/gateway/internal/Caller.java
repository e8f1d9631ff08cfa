package io.qudao.gateway.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Who a verified token speaks for, and for which tenant. */
record Caller(String subject, String tenant, String issuer, Instant expires) {
    private static final String ATTRIBUTE = Caller.class.getName();

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    static @Nullable Caller of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}

package io.qudao.gateway.internal;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Tells the backends how a request came in, and drops whatever the client claimed about it. */
@Component
final class ForwardedHeaders implements HttpHeadersFilter, Ordered {
    private static final Set<String> CLAIMS = Set.of("forwarded", "x-real-ip", "x-request-id", "true-client-ip");

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        Arrival arrival = Arrival.of(exchange);
        HttpHeaders told = new HttpHeaders();
        headers.forEach((name, values) -> {
            if (!isClaim(name)) {
                told.addAll(name, values);
            }
        });
        told.set("X-Forwarded-Host", arrival.host());
        told.set("X-Forwarded-Proto", arrival.scheme());
        told.set("X-Forwarded-Port", arrival.port());
        told.set("X-Forwarded-For", arrival.client());
        told.set(SecurityHeaders.REQUEST_ID, arrival.requestId());
        return told;
    }

    private static boolean isClaim(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded-") || CLAIMS.contains(lower);
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

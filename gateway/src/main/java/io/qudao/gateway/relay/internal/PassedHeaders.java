package io.qudao.gateway.relay.internal;

import io.qudao.gateway.IncomingRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Decides which headers pass the gateway: none that concern a single connection (RFC 9110, 7.6.1). Backends learn how a
 * request arrived from the gateway, never from what the client claims.
 */
final class PassedHeaders {
    private static final Set<String> OF_CONNECTION = Set.of(
            "connection",
            // The gateway has fulfilled the expectation itself.
            "expect",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-application-context");
    private static final Set<String> CLAIMS = Set.of("forwarded", "x-real-ip", "x-request-id", "true-client-ip");

    private PassedHeaders() {}

    /** Filters the client's headers in one pass. */
    static final class OfRequest implements HttpHeadersFilter, Ordered {
        @Override
        public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
            IncomingRequest incoming = IncomingRequest.of(exchange);
            Set<String> named = namedByConnection(headers);
            HttpHeaders told = new HttpHeaders();
            headers.forEach((name, values) -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (!OF_CONNECTION.contains(lower) && !named.contains(lower) && !isClaim(lower)) {
                    told.addAll(name, values);
                }
            });
            if (incoming.isSecure()) {
                rename(told, HttpHeaders.COOKIE, HostCookies::received);
            }
            told.set("X-Forwarded-Host", incoming.host());
            told.set("X-Forwarded-Proto", incoming.scheme());
            told.set("X-Forwarded-Port", incoming.port());
            told.set("X-Forwarded-For", incoming.client());
            told.set(IncomingRequest.ID_HEADER, incoming.requestId());
            return told;
        }

        private static boolean isClaim(String name) {
            return name.startsWith("x-forwarded-") || CLAIMS.contains(name);
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

    /** Filters in place, because the headers of a response are already a copy. */
    static final class OfAnswer implements HttpHeadersFilter, Ordered {
        @Override
        public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
            namedByConnection(headers).forEach(headers::remove);
            OF_CONNECTION.forEach(headers::remove);
            if (IncomingRequest.of(exchange).isSecure()) {
                rename(headers, HttpHeaders.SET_COOKIE, HostCookies::sent);
            }
            return headers;
        }

        @Override
        public boolean supports(Type type) {
            return type == Type.RESPONSE;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    private static void rename(HttpHeaders headers, String name, UnaryOperator<String> cookies) {
        List<String> renamed = headers.getOrEmpty(name).stream()
                .map(cookies)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
        headers.remove(name);
        headers.addAll(name, renamed);
    }

    private static Set<String> namedByConnection(HttpHeaders headers) {
        List<String> options = headers.getConnection();
        return options.isEmpty()
                ? Set.of()
                : options.stream()
                        .map(option -> option.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }
}

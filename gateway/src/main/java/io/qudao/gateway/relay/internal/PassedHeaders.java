package io.qudao.gateway.relay.internal;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.qudao.gateway.IncomingRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.support.Netty4HeadersAdapter;
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
                if (isPassed(name, named)) {
                    told.addAll(name, values);
                }
            });
            if (incoming.isSecure()) {
                rename(told, HttpHeaders.COOKIE, HostCookies::received);
            }
            tell(incoming, told::set);
            return told;
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
            ofAnswer(headers, IncomingRequest.of(exchange));
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

    /** Those of a call that goes straight to a node. */
    static io.netty.handler.codec.http.HttpHeaders ofCall(
            io.netty.handler.codec.http.HttpHeaders headers, IncomingRequest incoming) {
        Set<String> named = namedByConnection(new HttpHeaders(new Netty4HeadersAdapter(headers)));
        var told = new DefaultHttpHeaders();
        headers.forEach(header -> {
            if (isPassed(header.getKey(), named)) {
                told.add(header.getKey(), header.getValue());
            }
        });
        tell(incoming, told::set);
        return told;
    }

    /** Takes from those of an answer what concerns the connection to the node. */
    static void ofAnswer(HttpHeaders headers, IncomingRequest incoming) {
        namedByConnection(headers).forEach(headers::remove);
        OF_CONNECTION.forEach(headers::remove);
        if (incoming.isSecure()) {
            rename(headers, HttpHeaders.SET_COOKIE, HostCookies::sent);
        }
    }

    private static boolean isPassed(String name, Set<String> namedByConnection) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !OF_CONNECTION.contains(lower)
                && !namedByConnection.contains(lower)
                && !lower.startsWith("x-forwarded-")
                && !CLAIMS.contains(lower);
    }

    private static void tell(IncomingRequest incoming, BiConsumer<String, String> header) {
        header.accept("X-Forwarded-Host", incoming.host());
        header.accept("X-Forwarded-Proto", incoming.scheme());
        header.accept("X-Forwarded-Port", incoming.port());
        header.accept("X-Forwarded-For", incoming.client());
        header.accept(IncomingRequest.ID_HEADER, incoming.requestId());
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

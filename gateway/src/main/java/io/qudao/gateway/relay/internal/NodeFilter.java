package io.qudao.gateway.relay.internal;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import io.qudao.gateway.Fault;
import io.qudao.gateway.GatewaySettings;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.Refusal;
import io.qudao.gateway.Stage;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a request to a node: the one that holds its session, else the next in turn. If a node refuses the connection it
 * received nothing, so another node is tried; if it aborts, another is tried only for requests that change nothing. A
 * node counts as down only if it says so or refuses connections, never because of the outcome of requests: anybody
 * could make some fail.
 */
@Component
@Order(Stage.NODE)
final class NodeFilter implements GlobalFilter {
    static final String COOKIE = "QUDAO_NODE";
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Upstreams upstreams;
    private final Duration apiTimeout;

    NodeFilter(Upstreams upstreams, GatewaySettings settings) {
        this.upstreams = upstreams;
        this.apiTimeout = settings.apiTimeout();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return attempt(exchange, chain, List.of());
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, List<Node> tried) {
        IncomingRequest incoming = IncomingRequest.of(exchange);
        String preferred = incoming.destination().isSticky() ? preferred(exchange) : null;
        Optional<Node> choice = upstreams.of(incoming.destination()).choose(preferred, tried);
        if (choice.isEmpty()) {
            return Mono.error(new Refusal(Fault.UNAVAILABLE));
        }
        Node node = choice.get();
        direct(exchange, node);
        if (incoming.destination().isSticky() && !node.name().equals(preferred)) {
            stick(exchange, incoming, node);
        }
        return call(exchange, chain)
                .onErrorResume(failure ->
                        failed(failure, node, exchange, () -> attempt(exchange, chain, with(tried, node))));
    }

    /** Completes when the head of the response has arrived (or a websocket has ended). */
    private Mono<Void> call(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> head = chain.filter(exchange);
        if (isWebsocket(exchange)) {
            return head;
        }
        Duration limit = IncomingRequest.of(exchange).destination().isTimed() ? apiTimeout : null;
        RequestBody body = RequestBody.of(exchange);
        if (body != null) {
            return head.timeout(body.lateness(limit));
        }
        return limit == null ? head : head.timeout(limit);
    }

    /** Returns another attempt, or the refusal for the client. */
    private Mono<Void> failed(Throwable failure, Node node, ServerWebExchange exchange, Supplier<Mono<Void>> again) {
        RequestBody body = RequestBody.of(exchange);
        if (body != null && body.isBroken() && !(failure instanceof Refusal)) {
            return Mono.error(RequestBody.refusal(Fault.MALFORMED));
        }
        Outcome outcome = Outcome.of(failure);
        if (outcome == Outcome.OURS) {
            return Mono.error(failure);
        }
        node.failed(IncomingRequest.of(exchange), failure);
        return outcome == Outcome.NOT_SENT || (outcome == Outcome.BROKEN_OFF && isHarmless(exchange))
                ? again.get()
                : Mono.error(new Refusal(outcome == Outcome.TIMEOUT ? Fault.TIMEOUT : Fault.BROKEN_OFF));
    }

    private static void direct(ServerWebExchange exchange, Node node) {
        URI asked = exchange.getRequest().getURI();
        String query = asked.getRawQuery();
        URI target = node.resolve(query == null ? asked.getRawPath() : asked.getRawPath() + "?" + query);
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, target);
        exchange.getAttributes().remove(GATEWAY_ALREADY_ROUTED_ATTR);
    }

    private static @Nullable String preferred(ServerWebExchange exchange) {
        String name = HostCookies.name(COOKIE, IncomingRequest.of(exchange).isSecure());
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
        return cookie == null ? null : cookie.getValue();
    }

    private static void stick(ServerWebExchange exchange, IncomingRequest incoming, Node node) {
        ResponseCookie cookie = ResponseCookie.from(HostCookies.name(COOKIE, incoming.isSecure()), node.name())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(incoming.isSecure())
                .build();
        exchange.getResponse().getCookies().set(cookie.getName(), cookie);
    }

    private static boolean isWebsocket(ServerWebExchange exchange) {
        return "websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getUpgrade());
    }

    private static boolean isHarmless(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return HARMLESS.contains(method) && RequestBody.of(exchange) == null && !isWebsocket(exchange);
    }

    private static List<Node> with(List<Node> tried, Node node) {
        List<Node> more = new ArrayList<>(tried);
        more.add(node);
        return more;
    }

    /** What a failed call means for the request. */
    enum Outcome {
        NOT_SENT,
        BROKEN_OFF,
        TIMEOUT,
        /** The failure is caused by the request or by us; the node is not at fault. */
        OURS;

        static Outcome of(Throwable failure) {
            return switch (failure) {
                case ConnectException unconnected -> NOT_SENT;
                case NoRouteToHostException unreachable -> NOT_SENT;
                case BindException portless -> NOT_SENT;
                case IOException broken -> BROKEN_OFF;
                case TimeoutException late -> TIMEOUT;
                default -> OURS;
            };
        }
    }
}

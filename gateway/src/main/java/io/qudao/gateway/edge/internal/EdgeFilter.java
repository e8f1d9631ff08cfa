package io.qudao.gateway.edge.internal;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.PRESERVE_HOST_HEADER_ATTRIBUTE;

import io.qudao.gateway.Destination;
import io.qudao.gateway.Fault;
import io.qudao.gateway.HandedOver;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.Refusal;
import io.qudao.gateway.SecurityHeaders;
import io.qudao.gateway.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * The first filter: assigns the request's id, determines its destination, refuses requests without one and forwards the
 * rest.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EdgeFilter implements WebFilter {
    private final ApplicationContext context;
    private final IncomingRequests requests;
    private final Routes routes;

    EdgeFilter(ApplicationContext context, IncomingRequests requests, Routes routes) {
        this.context = context;
        this.requests = requests;
        this.routes = routes;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        // The management port has its own context, which inherits our filters.
        if (!context.equals(exchange.getApplicationContext())) {
            return chain.filter(exchange);
        }
        HandedOver known = handedOver(exchange.getRequest());
        IncomingRequest incoming = known == null ? requests.read(exchange.getRequest()) : known.incoming();
        incoming.attachTo(exchange);
        exchange.getAttributes().put(PRESERVE_HOST_HEADER_ATTRIBUTE, true);
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() ->
                        SecurityHeaders.write(incoming, exchange.getResponse().getHeaders())));
        if (known != null && known.refusal() != null) {
            return Mono.error(known.refusal());
        }
        if (incoming.site() instanceof Site.Unknown) {
            return Mono.error(new Refusal(Fault.UNKNOWN_HOST));
        }
        if (incoming.path().isEmpty()) {
            return Mono.error(new Refusal(Fault.DUBIOUS_PATH));
        }
        if (!PlainPath.isText(exchange.getRequest().getURI().getRawQuery())) {
            return Mono.error(new Refusal(Fault.MALFORMED));
        }
        if (expectsWhatWeDoNotKnow(exchange.getRequest().getHeaders())) {
            return Mono.error(new Refusal(Fault.EXPECTATION));
        }
        return incoming.destination() == Destination.NOWHERE
                ? Mono.error(new Refusal(Fault.NOT_FOUND))
                : routes.follow(exchange, incoming.destination());
    }

    private static @Nullable HandedOver handedOver(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.getNativeRequest(request) instanceof Connection connection
                ? HandedOver.of(connection.channel())
                : null;
    }

    /** Only one expectation is defined (RFC 9110, 10.1.1). */
    private static boolean expectsWhatWeDoNotKnow(HttpHeaders headers) {
        String expectation = headers.getFirst(HttpHeaders.EXPECT);
        return expectation != null && !expectation.equalsIgnoreCase("100-continue");
    }
}

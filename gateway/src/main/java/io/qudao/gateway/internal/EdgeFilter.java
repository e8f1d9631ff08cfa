package io.qudao.gateway.internal;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.PRESERVE_HOST_HEADER_ATTRIBUTE;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The first filter: names the request, finds out where it goes, turns away what goes nowhere, and sends the rest there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EdgeFilter implements WebFilter {
    private final ApplicationContext context;
    private final Arrivals arrivals;
    private final Routes routes;

    EdgeFilter(ApplicationContext context, Arrivals arrivals, Routes routes) {
        this.context = context;
        this.arrivals = arrivals;
        this.routes = routes;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        // The management port has a context of its own, which inherits our filters.
        if (!context.equals(exchange.getApplicationContext())) {
            return chain.filter(exchange);
        }
        Arrival arrival = arrivals.read(exchange.getRequest());
        arrival.attachTo(exchange);
        exchange.getAttributes().put(PRESERVE_HOST_HEADER_ATTRIBUTE, true);
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() ->
                        SecurityHeaders.write(arrival, exchange.getResponse().getHeaders())));
        if (arrival.site() instanceof Site.Unknown) {
            return Mono.error(new Refusal(Fault.UNKNOWN_HOST));
        }
        if (arrival.path().isEmpty()) {
            return Mono.error(new Refusal(Fault.DUBIOUS_PATH));
        }
        if (!PlainPath.isText(exchange.getRequest().getURI().getRawQuery())) {
            return Mono.error(new Refusal(Fault.MALFORMED));
        }
        if (expectsWhatWeDoNotKnow(exchange.getRequest().getHeaders())) {
            return Mono.error(new Refusal(Fault.EXPECTATION));
        }
        return arrival.destination() == Destination.NOWHERE
                ? Mono.error(new Refusal(Fault.NOT_FOUND))
                : routes.follow(exchange, arrival.destination());
    }

    /** There is one expectation only (RFC 9110, 10.1.1). */
    private static boolean expectsWhatWeDoNotKnow(HttpHeaders headers) {
        String expectation = headers.getFirst(HttpHeaders.EXPECT);
        return expectation != null && !expectation.equalsIgnoreCase("100-continue");
    }
}

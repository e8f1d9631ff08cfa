package io.qudao.gateway.rate.internal;

import io.qudao.gateway.Caller;
import io.qudao.gateway.Fault;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.Refusal;
import io.qudao.gateway.Stage;
import java.util.Map;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses requests that exceed a rate, and tells API clients how much is left. */
@Component
@Order(Stage.RATE)
final class RateFilter implements GlobalFilter {
    private static final String LIMIT = "RateLimit-Limit";
    private static final String REMAINING = "RateLimit-Remaining";
    private static final String RESET = "RateLimit-Reset";

    private final RatePolicy policy;
    private final Rates rates;

    RateFilter(RatePolicy policy, Rates rates) {
        this.policy = policy;
        this.rates = rates;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        IncomingRequest incoming = IncomingRequest.of(exchange);
        return rates.draw(policy.buckets(incoming, exchange.getRequest().getMethod(), Caller.of(exchange)))
                .flatMap(verdict -> switch (verdict) {
                    case RateVerdict.Unknown ignored -> chain.filter(exchange);
                    case RateVerdict.Allowed(RateVerdict.Level level) -> {
                        if (incoming.destination().needsToken()) {
                            tell(exchange.getResponse().getHeaders(), level);
                        }
                        yield chain.filter(exchange);
                    }
                    case RateVerdict.Exceeded(RateVerdict.Level level, int retryAfter) ->
                        Mono.error(exceeded(level, retryAfter));
                });
    }

    private static void tell(HttpHeaders headers, RateVerdict.Level level) {
        headers.set(LIMIT, Integer.toString(level.limit()));
        headers.set(REMAINING, Integer.toString(level.remaining()));
        headers.set(RESET, Integer.toString(level.reset()));
    }

    private static Refusal exceeded(RateVerdict.Level level, int retryAfter) {
        return new Refusal(
                Fault.LIMIT,
                Map.of(
                        HttpHeaders.RETRY_AFTER,
                        Integer.toString(Math.max(1, retryAfter)),
                        LIMIT,
                        Integer.toString(level.limit()),
                        REMAINING,
                        "0",
                        RESET,
                        Integer.toString(level.reset())));
    }
}

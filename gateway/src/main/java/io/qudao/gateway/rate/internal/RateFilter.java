package io.qudao.gateway.rate.internal;

import io.qudao.gateway.Caller;
import io.qudao.gateway.Fault;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.RateLevel;
import io.qudao.gateway.Refusal;
import io.qudao.gateway.Stage;
import java.util.HashMap;
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
                    case RateVerdict.Allowed(RateLevel level) -> {
                        if (incoming.destination().needsToken()) {
                            level.write(exchange.getResponse().getHeaders()::set);
                        }
                        yield chain.filter(exchange);
                    }
                    case RateVerdict.Exceeded(RateLevel level, int retryAfter) ->
                        Mono.error(exceeded(level, retryAfter));
                });
    }

    private static Refusal exceeded(RateLevel level, int retryAfter) {
        Map<String, String> headers = new HashMap<>();
        headers.put(HttpHeaders.RETRY_AFTER, Integer.toString(Math.max(1, retryAfter)));
        level.write(headers::put);
        return new Refusal(Fault.LIMIT, headers);
    }
}

package io.qudao.gateway.token.internal;

import io.qudao.gateway.Caller;
import io.qudao.gateway.Fault;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.Refusal;
import io.qudao.gateway.Stage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Admits API calls only with a token of the site's own tenant. */
@Component
@Order(Stage.TOKEN)
final class TokenFilter implements GlobalFilter {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFilter.class);
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;

    TokenFilter(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        IncomingRequest incoming = IncomingRequest.of(exchange);
        if (!incoming.destination().needsToken()) {
            return chain.filter(exchange);
        }
        String token = token(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            return Mono.error(challenge(Fault.TOKEN_MISSING, "Bearer realm=\"" + incoming.slug() + "\""));
        }
        return verifier.verify(token, incoming)
                .onErrorMap(JwtException.class, failure -> {
                    LOG.warn(
                            "request {} of {}: no signing keys: {}",
                            incoming.requestId(),
                            incoming.slug(),
                            failure.toString());
                    return new Refusal(Fault.UNAVAILABLE);
                })
                .flatMap(verdict -> switch (verdict) {
                    case TokenVerdict.Accepted(Caller caller) -> {
                        caller.attachTo(exchange);
                        yield chain.filter(exchange);
                    }
                    case TokenVerdict.Rejected(Fault fault, String reason) ->
                        Mono.error(challenge(
                                fault,
                                "Bearer realm=\"" + incoming.slug()
                                        + "\", error=\"invalid_token\", error_description=\"" + reason + "\""));
                });
    }

    static @Nullable String token(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    private static Refusal challenge(Fault fault, String challenge) {
        return new Refusal(fault, Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }
}

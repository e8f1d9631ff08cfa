package io.qudao.gateway.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Verifies tokens: signature, times, issuer and tenant. A verified signature is remembered for a minute. */
final class TokenVerifier {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MEMORIES = 20_000;
    private static final TokenVerdict INVALID = rejected("The token is malformed, expired or wrongly signed");
    private static final TokenVerdict FOREIGN =
            new TokenVerdict.Rejected(Fault.FOREIGN_TENANT, "The token belongs to another tenant");

    private final Clock clock;
    private final ReactiveJwtDecoder decoder;
    private final Cache<String, Caller> verified =
            Caffeine.newBuilder().maximumSize(MEMORIES).expireAfterWrite(MEMORY).build();

    TokenVerifier(SigningKeys keys, Clock clock) {
        this.clock = clock;
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        NimbusReactiveJwtDecoder nimbus =
                NimbusReactiveJwtDecoder.withJwkSource(keys::of).build();
        nimbus.setJwtValidator(times);
        this.decoder = nimbus;
    }

    /** The verdict on a token at a tenant's site; an error when the keys cannot be had. */
    Mono<TokenVerdict> verify(String token, Arrival arrival) {
        Caller caller = verified.getIfPresent(token);
        if (caller != null) {
            return Mono.just(judge(caller, arrival));
        }
        return decoder.decode(token)
                .map(jwt -> {
                    Caller fresh = caller(jwt);
                    verified.put(token, fresh);
                    return judge(fresh, arrival);
                })
                .onErrorReturn(BadJwtException.class, INVALID);
    }

    private TokenVerdict judge(Caller caller, Arrival arrival) {
        if (caller.expires().plus(SKEW).isBefore(clock.instant())) {
            return INVALID;
        }
        if (!caller.tenant().equals(arrival.slug())) {
            return FOREIGN;
        }
        return caller.issuer().equals(arrival.base())
                ? new TokenVerdict.Accepted(caller)
                : rejected("The token has another issuer");
    }

    private static Caller caller(Jwt jwt) {
        Instant expires = jwt.getExpiresAt();
        String subject = jwt.getSubject();
        String tenant = jwt.getClaimAsString("tenant");
        String issuer = jwt.getClaimAsString("iss");
        if (expires == null || subject == null || tenant == null || issuer == null) {
            throw new BadJwtException("sub, iss, exp and tenant are needed");
        }
        return new Caller(subject, tenant, issuer, expires);
    }

    private static TokenVerdict rejected(String reason) {
        return new TokenVerdict.Rejected(Fault.TOKEN_INVALID, reason);
    }
}

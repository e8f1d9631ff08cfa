package io.qudao.gateway.token.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWKSecurityContext;
import io.qudao.gateway.Caller;
import io.qudao.gateway.Fault;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.KnownCallers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies tokens: signature, times, type, issuer and tenant, and whether they were revoked. Only the result for the
 * signature is cached, for a minute. An identity token says who somebody is, not what a program may do for them, so it
 * is not accepted here.
 */
final class TokenVerifier implements KnownCallers {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MEMORIES = 20_000;
    private static final TokenVerdict INVALID = rejected("The token is malformed, expired or wrongly signed");
    private static final TokenVerdict FOREIGN =
            new TokenVerdict.Rejected(Fault.FOREIGN_TENANT, "The token belongs to another tenant");

    private static final String SCOPE = "api";
    private static final Set<String> TYPES = Set.of("at+jwt", "jwt");

    private final Clock clock;
    private final RevokedTokens revoked;
    private final ReactiveJwtDecoder decoder;
    private final Cache<String, Caller> verified =
            Caffeine.newBuilder().maximumSize(MEMORIES).expireAfterWrite(MEMORY).build();

    TokenVerifier(SigningKeys keys, RevokedTokens revoked, Clock clock) {
        this.clock = clock;
        this.revoked = revoked;
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        NimbusReactiveJwtDecoder nimbus = NimbusReactiveJwtDecoder.withJwkSource(keys::of)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(TokenVerifier::requireType))
                .build();
        nimbus.setJwtValidator(times);
        this.decoder = nimbus;
    }

    /** Returns the verdict on a token at a tenant's site; fails if the keys cannot be loaded. */
    Mono<TokenVerdict> verify(String token, IncomingRequest incoming) {
        Caller caller = verified.getIfPresent(token);
        if (caller != null) {
            return Mono.just(judge(caller, incoming));
        }
        return decoder.decode(token)
                .map(jwt -> {
                    Caller fresh = caller(jwt);
                    verified.put(token, fresh);
                    return judge(fresh, incoming);
                })
                .onErrorReturn(BadJwtException.class, INVALID);
    }

    @Override
    public @Nullable Caller find(@Nullable String authorization, IncomingRequest incoming) {
        String token = TokenFilter.token(authorization);
        Caller caller = token == null ? null : verified.getIfPresent(token);
        return caller != null && judge(caller, incoming) instanceof TokenVerdict.Accepted ? caller : null;
    }

    private TokenVerdict judge(Caller caller, IncomingRequest incoming) {
        if (caller.expires().plus(SKEW).isBefore(clock.instant())) {
            return INVALID;
        }
        if (revoked.contains(caller)) {
            return rejected("The token was revoked");
        }
        if (!caller.tenant().equals(incoming.slug())) {
            return FOREIGN;
        }
        return caller.issuer().equals(incoming.base())
                ? new TokenVerdict.Accepted(caller)
                : rejected("The token has another issuer");
    }

    private static Caller caller(Jwt jwt) {
        Instant expires = jwt.getExpiresAt();
        String subject = jwt.getSubject();
        String tenant = jwt.getClaimAsString("tenant");
        String issuer = jwt.getClaimAsString("iss");
        Object tenantId = jwt.getClaims().get("tid");
        if (expires == null || subject == null || tenant == null || tenantId == null || issuer == null) {
            throw new BadJwtException("sub, iss, exp, tid and tenant are required");
        }
        if (!scopes(jwt).contains(SCOPE)) {
            throw new BadJwtException("The scope api is required");
        }
        List<String> grants = Stream.of(jwt.getId(), jwt.getClaimAsString("session"))
                .filter(Objects::nonNull)
                .map(id -> RevokedTokens.key(tenantId.toString(), id))
                .toList();
        return new Caller(subject, tenant, issuer, grants, expires);
    }

    /** Reads the scopes, given as one text with spaces (RFC 9068) or as a list. */
    private static List<String> scopes(Jwt jwt) {
        return jwt.getClaims().get("scope") instanceof String text
                ? List.of(text.split(" ", -1))
                : Objects.requireNonNullElse(jwt.getClaimAsStringList("scope"), List.of());
    }

    private static void requireType(@Nullable JOSEObjectType type, JWKSecurityContext ignored) throws BadJOSEException {
        if (type != null && !TYPES.contains(type.getType().toLowerCase(Locale.ROOT))) {
            throw new BadJOSEException("The token is not an access token");
        }
    }

    private static TokenVerdict rejected(String reason) {
        return new TokenVerdict.Rejected(Fault.TOKEN_INVALID, reason);
    }
}

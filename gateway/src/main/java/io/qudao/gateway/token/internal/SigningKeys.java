package io.qudao.gateway.token.internal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The public keys of the tenant-service by key id. An unknown id triggers a reload, but not more often than a minimum
 * interval, however many tokens are forged. An outdated set is renewed in the background and stays in use while that is
 * impossible.
 */
final class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration AGE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Mono<Known> renewal;
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    private record Known(Map<String, JWK> keys, Instant since) {}

    SigningKeys(URI address, Clock clock) {
        this.clock = clock;
        this.renewal = HttpClient.create()
                .get()
                .uri(address)
                .responseSingle((response, body) -> response.status().code() == 200
                        ? body.asString()
                        : Mono.error(new IllegalStateException(address + " answered " + response.status())))
                .timeout(Duration.ofSeconds(5))
                .map(this::learn)
                .cache(keys -> PAUSE, failure -> PAUSE_AFTER_FAILURE, () -> PAUSE_AFTER_FAILURE);
    }

    /** Returns the key a token names, or none; fails if the keys are unknown. */
    Flux<JWK> of(SignedJWT token) {
        String id = token.getHeader().getKeyID();
        if (id == null) {
            return Flux.empty();
        }
        Known current = known;
        JWK key = current.keys.get(id);
        if (key == null) {
            return renewal.flatMap(fresh -> Mono.justOrEmpty(fresh.keys.get(id)))
                    .flux();
        }
        if (current.since.plus(AGE).isBefore(clock.instant())) {
            renewal.subscribe(
                    fresh -> {}, failure -> LOG.warn("the signing keys cannot be renewed: {}", failure.toString()));
        }
        return Flux.just(key);
    }

    private Known learn(String set) {
        try {
            Map<String, JWK> keys = JWKSet.parse(set).getKeys().stream()
                    .filter(key -> key.getKeyID() != null && !key.isPrivate())
                    .collect(
                            Collectors.toUnmodifiableMap(JWK::getKeyID, Function.identity(), (first, second) -> first));
            known = new Known(keys, clock.instant());
            return known;
        } catch (ParseException malformed) {
            throw new IllegalStateException("the key set cannot be read", malformed);
        }
    }
}

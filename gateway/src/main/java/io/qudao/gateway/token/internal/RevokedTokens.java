package io.qudao.gateway.token.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.gateway.Caller;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.ReactiveSubscription;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Knows which tokens were revoked, as published by the tenant-service over Redis: by their own id, or by the id of the
 * sign-in or secret they were granted for. If a message was missed (Redis was down), such a token reaches the backends,
 * which ask the tenant-service themselves and refuse it.
 */
@Component
final class RevokedTokens implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RevokedTokens.class);
    private static final String CHANNEL = "qudao:revoked";
    /** Longer than the lifetime of any access token. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final int MEMORIES = 200_000;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ReactiveStringRedisTemplate redis;
    private final Cache<String, Boolean> revoked =
            Caffeine.newBuilder().maximumSize(MEMORIES).expireAfterWrite(MEMORY).build();
    private final Disposable.Swap listening = Disposables.swap();

    RevokedTokens(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    boolean contains(Caller caller) {
        for (String grant : caller.grants()) {
            if (revoked.getIfPresent(grant) != null) {
                return true;
            }
        }
        return false;
    }

    /** Handles a message: the id of the tenant, then the ids of what was revoked, separated by spaces. */
    void learn(String message) {
        List<String> words = List.of(message.strip().split(" +", -1));
        words.stream().skip(1).forEach(id -> revoked.put(key(words.getFirst(), id), Boolean.TRUE));
    }

    static String key(String tenantId, String id) {
        return tenantId + " " + id;
    }

    @Override
    public void start() {
        // Connecting blocks, and fails at once while Redis is unavailable.
        listening.update(Flux.defer(() -> redis.listenToChannel(CHANNEL))
                .subscribeOn(Schedulers.boundedElastic())
                .map(ReactiveSubscription.Message::getMessage)
                .doOnNext(this::learn)
                .doOnError(failure -> LOG.debug("not listening to revocations: {}", failure.toString()))
                .then(Mono.<Void>error(() -> new IllegalStateException("the subscription ended")))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE).maxBackoff(LONGEST_PAUSE))
                .subscribe());
    }

    @Override
    public void stop() {
        Disposable current = listening.get();
        if (current != null) {
            current.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        Disposable current = listening.get();
        return current != null && !current.isDisposed();
    }
}

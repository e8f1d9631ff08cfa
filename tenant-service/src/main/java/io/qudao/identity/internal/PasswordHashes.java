package io.qudao.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB and two passes (the OWASP minimum). The number of concurrent computations is limited to the
 * number of processors, and to one for each place that passwords come from: a flood from one place queues up and is
 * refused there, while others get their turn.
 */
@Component
class PasswordHashes {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore permits =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final Cache<String, Semaphore> lines =
            Caffeine.newBuilder().weakValues().build();

    /** Compared if no hash is stored, so that this takes equally long. */
    private final String nobody = argon.encode("nobody");

    /** Returns the hash to store; empty if there was no free slot in time. */
    Optional<String> hash(String password) {
        return inTurn(permits, () -> argon.encode(password));
    }

    /**
     * Returns whether a password matches the stored hash, false if none is stored; empty if there was no free slot in
     * time.
     *
     * @param place place in whose queue this waits
     */
    Optional<Boolean> matches(String place, String password, @Nullable String kept) {
        var line = lines.get(place, unknown -> new Semaphore(1, true));
        return inTurn(
                        line,
                        () -> inTurn(
                                permits, () -> argon.matches(password, kept == null ? nobody : kept) && kept != null))
                .flatMap(done -> done);
    }

    private static <T> Optional<T> inTurn(Semaphore permits, Supplier<T> work) {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            permits.release();
        }
    }
}

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
 * Argon2id with 19 MiB and two passes (the OWASP minimum). Only as many run at once as there are processors, and one at a
 * time for each place that passwords come from: a flood from one place waits in its own line and is turned away there, while
 * others have their turn.
 */
@Component
class PasswordHashes {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore permits =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final Cache<String, Semaphore> lines =
            Caffeine.newBuilder().weakValues().build();

    /** Compared where there is nothing to compare, so that it takes as long. */
    private final String nobody = argon.encode("nobody");

    /** The hash to keep; empty if there was no turn in time. */
    Optional<String> hash(String password) {
        return inTurn(permits, () -> argon.encode(password));
    }

    /**
     * Whether a password is the one kept, false for none kept; empty if there was no turn in time.
     *
     * @param place whose line this waits in
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

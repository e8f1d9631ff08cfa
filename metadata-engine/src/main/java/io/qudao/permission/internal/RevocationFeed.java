package io.qudao.permission.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the identity provider twice a second what was revoked, so that nothing depends on Redis, which is only faster.
 */
@Component
final class RevocationFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationFeed.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    /** A transaction may commit this long after its revocation. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final IdentityClient identity;
    private final RevokedIds revoked;
    private volatile @Nullable CountDownLatch stopped;

    RevocationFeed(IdentityClient identity, RevokedIds revoked) {
        this.identity = identity;
        this.revoked = revoked;
    }

    @Override
    public void start() {
        var end = new CountDownLatch(1);
        stopped = end;
        Thread.ofVirtual().name("revocations").start(() -> follow(end));
    }

    private void follow(CountDownLatch end) {
        Instant from = null;
        boolean lost = false;
        try {
            do {
                try {
                    var answer = identity.revokedSince(from);
                    revoked.take(answer.revoked());
                    from = answer.asOf().minus(OVERLAP);
                    lost = false;
                } catch (RuntimeException down) {
                    if (!lost) {
                        LOG.warn("New revocations are unknown while the identity provider is unavailable", down);
                    }
                    lost = true;
                }
            } while (!end.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var end = stopped;
        stopped = null;
        if (end != null) {
            end.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }
}

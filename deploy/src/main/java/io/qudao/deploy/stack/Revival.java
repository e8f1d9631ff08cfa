package io.qudao.deploy.stack;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Restarts services that died, each by itself and with a growing delay. The platform works without Redis and
 * Elasticsearch, and a program recovers by itself; only PostgreSQL is indispensable, so the stack ends if it does not
 * come back.
 */
final class Revival {

    /** Half a minute of delays, plus the time that the starts take. */
    private static final int POSTGRES_STARTS = 6;

    private final Supervisor supervisor;
    private final Progress progress;
    private final Runnable revived;
    private final BackOff backOff;
    private final CompletableFuture<Void> end;

    /**
     * @param revived called after a service has come back
     * @param end completed exceptionally if PostgreSQL does not come back
     */
    Revival(Supervisor supervisor, Progress progress, BackOff backOff, Runnable revived, CompletableFuture<Void> end) {
        this.supervisor = supervisor;
        this.progress = progress;
        this.backOff = backOff;
        this.revived = revived;
        this.end = end;
    }

    /** Runs until the thread is interrupted. */
    void watch() {
        try {
            while (true) {
                var dead = supervisor.nextDeath();
                Thread.ofVirtual().name("revive-" + dead.name()).start(() -> revive(dead));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive(Supervisor.Child dead) {
        Service service = dead.service();
        String reason =
                "%s ended with code %d".formatted(dead.name(), dead.process().exitValue());
        int deaths = backOff.died(dead.name(), dead.ran());
        try {
            while (true) {
                Duration pause = backOff.pause(deaths);
                progress.note("%s; it is started again in %.1f s.".formatted(reason, pause.toMillis() / 1000.0));
                Thread.sleep(pause);
                try {
                    supervisor.bringUp(service);
                    progress.note(service.name() + " works again.");
                    revived.run();
                    return;
                } catch (StackFailure failure) {
                    deaths = backOff.died(service.name(), Duration.ZERO);
                    if (service instanceof Postgres && deaths > POSTGRES_STARTS) {
                        end.completeExceptionally(failure);
                        return;
                    }
                    reason = failure.getMessage();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

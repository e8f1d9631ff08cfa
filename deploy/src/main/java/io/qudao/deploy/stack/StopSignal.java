package io.qudao.deploy.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The signals that end a process in order. */
enum StopSignal {
    TERM,
    /** What PostgreSQL takes as a fast shutdown; on TERM it would wait for every client to leave. */
    INT;

    /** Sends the signal, waits, and kills what is still there after {@code grace}. Returns whether it had to. */
    boolean end(ProcessHandle process, Duration grace) {
        if (!process.isAlive()) {
            return false;
        }
        if (this == TERM) {
            process.destroy();
        } else {
            Commands.output(List.of("kill", "-" + name(), Long.toString(process.pid())));
        }
        if (ended(process, grace)) {
            return false;
        }
        process.destroyForcibly();
        ended(process, Duration.ofSeconds(5));
        return true;
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}

package io.qudao.deploy.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The signals that end a process normally. */
enum StopSignal {
    TERM,
    /** PostgreSQL's fast shutdown; on TERM it would wait for every client to disconnect. */
    INT;

    private static final Duration POLL_EVERY = Duration.ofMillis(20);

    void send(ProcessHandle process) {
        if (!runs(process)) {
            return;
        }
        if (this == TERM) {
            process.destroy();
        } else {
            Commands.output(List.of("kill", "-" + name(), Long.toString(process.pid())));
        }
    }

    /**
     * Sends the signal, waits, and kills the process if it still runs after {@code grace}. Returns whether it was
     * killed.
     */
    boolean end(ProcessHandle process, Duration grace) {
        send(process);
        return killIfAliveAfter(process, grace);
    }

    /** Waits for the end of a process and kills it if that takes too long. Returns whether it was killed. */
    static boolean killIfAliveAfter(ProcessHandle process, Duration grace) {
        if (ended(process, grace)) {
            return false;
        }
        process.destroyForcibly();
        ended(process, Duration.ofSeconds(5));
        return true;
    }

    /** Returns whether the process still runs; a process that has ended but was not waited for does not. */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            return !Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
                    .contains(") Z ");
        } catch (IOException noSuchSystem) {
            return process.isAlive();
        }
    }

    /** Polls, because the JDK takes seconds to notice the end of a process that is not its child. */
    private static boolean ended(ProcessHandle process, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (runs(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL_EVERY.toNanos());
        }
        return true;
    }
}

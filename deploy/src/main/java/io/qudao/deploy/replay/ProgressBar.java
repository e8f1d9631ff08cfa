package io.qudao.deploy.replay;

import io.qudao.deploy.Terminal;
import java.time.Duration;

/** Shows progress and remaining time: a bar for a person, a line at each tenth for a log. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final int all;
    private final int before;
    private final long began = System.nanoTime();
    private int done;

    ProgressBar(Terminal terminal, int all, int before) {
        this.terminal = terminal;
        this.all = all;
        this.before = before;
        this.done = before;
    }

    synchronized void step() {
        done++;
        int filled = (int) ((long) WIDTH * done / Math.max(1, all));
        String text = "  [%s%s] %,d of %,d orders, %.0f/s, %s left"
                .formatted("#".repeat(filled), ".".repeat(WIDTH - filled), done, all, rate(), left());
        if (terminal.interactive()) {
            terminal.status(text);
        } else if (done == all || done * 10L / Math.max(1, all) != (done - 1) * 10L / Math.max(1, all)) {
            terminal.line(text);
        }
    }

    /** Returns the orders per second of this run. */
    double rate() {
        return (done - before) * 1e9 / Math.max(1, System.nanoTime() - began);
    }

    private String left() {
        var left = Duration.ofMillis((long) ((all - done) * 1_000 / Math.max(0.001, rate())));
        return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }
}

package io.qudao.deploy;

import io.qudao.deploy.stack.Progress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Shows the start of a stack as one status line for a person, or as one line per service in a log. */
final class TerminalProgress implements Progress {

    /** A longer status line would wrap and could not be overwritten. */
    private static final int LINE = 79;

    private final Terminal terminal;
    private final Set<String> waiting = new LinkedHashSet<>();
    private int ready;

    TerminalProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void starting(String service) {
        waiting.add(service);
        draw();
    }

    @Override
    public synchronized void ready(String service, Duration took) {
        String seconds = "%.1f s".formatted(took.toMillis() / 1000.0);
        waiting.remove(service);
        ready++;
        if (!terminal.interactive()) {
            terminal.line("  " + service + " ready after " + seconds);
        }
        draw();
    }

    @Override
    public synchronized void note(String text) {
        terminal.line(text);
    }

    private void draw() {
        if (waiting.isEmpty()) {
            return;
        }
        String line = "Starting: %d ready, waiting for %s".formatted(ready, String.join(", ", waiting));
        terminal.status(line.length() > LINE ? line.substring(0, LINE) : line);
    }
}

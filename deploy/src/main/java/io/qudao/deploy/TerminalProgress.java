package io.qudao.deploy;

import io.qudao.deploy.stack.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the start of a stack as one line for a person, and as a line per service for a log. */
final class TerminalProgress implements Progress {

    private final Terminal terminal;
    private final Map<String, String> services = new LinkedHashMap<>();

    TerminalProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void starting(String service) {
        services.put(service, "…");
        draw();
    }

    @Override
    public synchronized void ready(String service, Duration took) {
        String seconds = "%.1f s".formatted(took.toMillis() / 1000.0);
        services.put(service, seconds);
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
        terminal.status("Starting  "
                + services.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(" · ")));
    }
}

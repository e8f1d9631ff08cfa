package io.qudao.deploy.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs short commands until they end. */
final class Commands {

    private Commands() {}

    /** Returns the output of the command; fails with that text if its exit code is not 0. */
    static String output(List<String> command) {
        return output(command, Map.of());
    }

    static String output(List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int code = process.waitFor();
            if (code != 0) {
                throw new StackFailure(
                        "%s ended with code %d.".formatted(String.join(" ", command), code),
                        text.lines().toList());
            }
            return text;
        } catch (IOException e) {
            throw new StackFailure("Cannot run " + command.getFirst() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while running " + command.getFirst() + ".");
        }
    }
}

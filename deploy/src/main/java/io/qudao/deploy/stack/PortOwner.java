package io.qudao.deploy.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Determines which process listens on a port, as far as this user may know. */
final class PortOwner {

    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Returns the program and process id, as in {@code java (process 4711)}. */
    static Optional<String> of(int port) {
        Path proc = Path.of("/proc/net");
        return Files.isDirectory(proc) ? fromProc(proc, port) : fromLsof(port);
    }

    private static Optional<String> fromProc(Path proc, int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : lines(proc.resolve(table))) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > 9
                        && fields[3].equals(LISTENING)
                        && fields[1].endsWith(":" + "%04X".formatted(port))) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            }
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process, sockets))
                        .findFirst()
                        .map(PortOwner::describe);
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (var links = Files.list(descriptors)) {
            return links.anyMatch(link -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(link).toString());
                } catch (IOException closedMeanwhile) {
                    return false;
                }
            });
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static Optional<String> fromLsof(int port) {
        try {
            return Commands.output(List.of("lsof", "-nP", "-t", "-sTCP:LISTEN", "-iTCP:" + port))
                    .lines()
                    .findFirst()
                    .map(String::strip)
                    .filter(pid -> pid.matches("\\d+"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .map(PortOwner::describe);
        } catch (StackFailure notInstalled) {
            return Optional.empty();
        }
    }

    private static String describe(ProcessHandle process) {
        String program = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("a program");
        return String.format(Locale.ROOT, "%s (process %d)", program, process.pid());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException notThere) {
            return List.of();
        }
    }
}

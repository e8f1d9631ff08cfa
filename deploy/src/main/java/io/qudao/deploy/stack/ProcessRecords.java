package io.qudao.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The children of a launcher, recorded so that the next launcher finds them if this one is killed. The start time
 * distinguishes a process from a later one with the same id.
 */
final class ProcessRecords {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    ProcessRecords(Path file) {
        this.file = file;
    }

    /** A recorded child. */
    record Entry(String service, long pid, Instant started, StopSignal stopSignal) {

        private String line() {
            return String.join("\t", service, Long.toString(pid), started.toString(), stopSignal.name());
        }

        private static Entry of(String line) {
            String[] fields = line.split("\t", -1);
            return new Entry(
                    fields[0], Long.parseLong(fields[1]), Instant.parse(fields[2]), StopSignal.valueOf(fields[3]));
        }

        /** Returns the process, if it is still the recorded one. */
        Optional<ProcessHandle> alive() {
            return ProcessHandle.of(pid)
                    .filter(StopSignal::runs)
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(start ->
                                    Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                            .isPresent());
        }
    }

    /** Returns what the previous launcher recorded and did not stop, in order of start. */
    List<Entry> leftBehind() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(Entry::of)
                    .filter(entry -> entry.alive().isPresent())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(Service service, ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        entries.put(service.name(), new Entry(service.name(), process.pid(), started, service.stopSignal()));
        write();
    }

    synchronized void remove(Service service) {
        entries.remove(service.name());
        write();
    }

    private void write() {
        Trees.writePrivately(
                file, entries.values().stream().map(e -> e.line() + "\n").collect(Collectors.joining()));
    }
}

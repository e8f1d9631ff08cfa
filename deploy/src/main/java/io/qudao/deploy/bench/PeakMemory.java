package io.qudao.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The most memory that a process has held since it was last asked, where the system counts it (Linux). */
final class PeakMemory {
    private static final String COUNT_ANEW = "5";
    private static final String PEAK = "VmHWM:";

    private final Path process;

    PeakMemory(long pid) {
        this.process = Path.of("/proc", Long.toString(pid));
    }

    /** Counts from what is held now. */
    void reset() throws IOException {
        if (Files.isWritable(process.resolve("clear_refs"))) {
            Files.writeString(process.resolve("clear_refs"), COUNT_ANEW);
        }
    }

    OptionalDouble megabytes() throws IOException {
        if (!Files.isReadable(process.resolve("status"))) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith(PEAK))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }
}

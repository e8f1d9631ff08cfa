package io.qudao.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of Qudao's programs.
 *
 * @param stage distinguishes the three programs
 * @param healthPort port of the health endpoint, which the public port does not serve
 * @param heap in MB
 * @param settings its Spring properties
 * @param records whether to record a start-up cache if there is none
 */
record Program(
        String name,
        Stage stage,
        ProgramJar jar,
        StackFolder folder,
        int port,
        int healthPort,
        int heap,
        Map<String, String> settings,
        boolean records)
        implements Service {

    private static final int HEAP_FOR_CONCURRENT_COLLECTION = 1024;

    private Path configuration() {
        return folder.folder("config").resolve(name + ".properties");
    }

    @Override
    public void prepare() {
        jar.unpack();
        Trees.writePrivately(
                configuration(),
                settings.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                        .collect(Collectors.joining()));
    }

    /** A cache is recorded next to its final location, so that a JVM killed while writing leaves no broken one. */
    @Override
    public void ended() {
        Path cache = jar.cache(flags());
        try {
            if (Files.exists(recording(cache))) {
                Files.move(recording(cache), cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path recording(Path cache) {
        return cache.resolveSibling(cache.getFileName() + ".part");
    }

    private List<String> flags() {
        return List.of(
                isCollectedConcurrently() ? "-XX:+UseG1GC" : "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:aot*=error",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    private boolean isCollectedConcurrently() {
        return heap >= HEAP_FOR_CONCURRENT_COLLECTION;
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<String>();
        command.add(ProgramJar.java());
        command.addAll(flags());
        command.add("-Xmx" + heap + "m");
        if (isCollectedConcurrently()) {
            // If the heap starts little larger than the live data, the collector never stops marking.
            command.add("-Xms" + heap / 4 + "m");
        }
        Path cache = jar.cache(flags());
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        } else if (records) {
            command.add("-XX:AOTCacheOutput=" + recording(cache));
        }
        command.add("-jar");
        command.add(jar.runnable().toString());
        command.add("--spring.config.additional-location=file:" + configuration());
        return new Launch(command, Map.of(), folder.path("."));
    }

    @Override
    public boolean answers() {
        return Http.ok("http://127.0.0.1:" + healthPort + "/actuator/health/readiness");
    }

    /** Long enough for machines that are busy with something else; a program that cannot start ends by itself. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(8);
    }

    /** Returns whether this run writes a start-up cache when it ends, which takes time once. */
    boolean writesCache() {
        return records && !Files.exists(jar.cache(flags()));
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(writesCache() ? 240 : 15);
    }
}

package io.qudao.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * A built program, unpacked so that it starts faster: one folder for each build, with a start-up cache next to it. The
 * cache is the JVM's (JEP 483, 514): the first run records it, later runs start from it.
 */
final class ProgramJar {

    private final String module;
    private final Path built;
    private final Path programs;

    ProgramJar(String module, Path project, Path programs) {
        this.module = module;
        this.built = project.resolve(module).resolve("target").resolve(module + "-0.1.0-SNAPSHOT-program.jar");
        this.programs = programs;
    }

    /** Unpacks the jar if this build was not unpacked before, and deletes older builds. */
    synchronized void unpack() {
        if (!Files.exists(built)) {
            throw new StackFailure("%s is not built: %s is missing.".formatted(module, built), "Build it: ./qudao run");
        }
        Path target = folder();
        if (Files.isDirectory(target)) {
            return;
        }
        try {
            Files.createDirectories(programs);
            Path part = Files.createTempDirectory(programs, "part");
            Commands.output(List.of(
                    java(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    built.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    part.toString()));
            forgetOlder();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOlder() throws IOException {
        try (var folders = Files.list(programs)) {
            folders.filter(folder -> folder.getFileName().toString().matches(module + "-[0-9a-f]+"))
                    .forEach(Trees::delete);
        }
    }

    private Path folder() {
        try {
            int build = Objects.hash(Files.size(built), Files.getLastModifiedTime(built), built.toString());
            return programs.resolve(module + "-" + Integer.toHexString(build));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the jar to start. */
    Path runnable() {
        return folder().resolve(built.getFileName());
    }

    /** Returns the location of the start-up cache, one for each Java version and set of flags. */
    Path cache(List<String> flags) {
        int hash = Objects.hash(System.getProperty("java.vm.version"), flags, folder().toString());
        return folder().resolve("start-" + Integer.toHexString(hash) + ".aot");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

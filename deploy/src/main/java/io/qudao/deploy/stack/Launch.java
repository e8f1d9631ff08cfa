package io.qudao.deploy.stack;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process to start: its command line, what is added to its environment, and where it runs. */
record Launch(List<String> command, Map<String, String> environment, Path directory) {

    /** Ctrl-C reaches every process of the terminal's group; children leave it, so that they stop in order. */
    private static final List<String> OWN_SESSION = installed("setsid")
            ? List.of("setsid")
            : installed("perl")
                    ? List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec {$ARGV[0]} @ARGV;")
                    : List.of();

    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same in a session of its own. */
    List<String> detachedCommand() {
        return concat(OWN_SESSION, command);
    }

    /** Prefixes {@code command} so that it does not see itself as root: the servers refuse to run as root. */
    static List<String> unprivileged(List<String> command) {
        return new UnixSystem().getUid() == 0 ? concat(List.of("unshare", "-U"), command) : command;
    }

    /** Fails with advice if this is root on a host that does not let it drop its rights. */
    static void checkUnprivileged() {
        try {
            Commands.output(unprivileged(List.of("true")));
        } catch (StackFailure e) {
            throw new StackFailure(
                    "PostgreSQL refuses to run as root, and this host gives root no user namespace to leave it.",
                    "Start Qudao as an ordinary user.");
        }
    }

    private static List<String> concat(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

package io.qudao.deploy.stack;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process to start: its command line, additional environment variables, and working directory. */
record Launch(List<String> command, Map<String, String> environment, Path directory) {

    /**
     * Ctrl-C reaches every process in the terminal's group; children leave it so that they can be stopped in order.
     */
    private static final List<String> OWN_SESSION = installed("setsid")
            ? List.of("setsid")
            : installed("perl")
                    ? List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec {$ARGV[0]} @ARGV;")
                    : List.of();

    /** Elasticsearch needs a user with a name; older systems can only map to a user without one. */
    private static final List<List<String>> NAMESPACES =
            List.of(List.of("unshare", "-U", "--map-user=1000", "--map-group=1000"), List.of("unshare", "-U"));

    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Returns the command in a session of its own. */
    List<String> detachedCommand() {
        return concat(OWN_SESSION, command);
    }

    /**
     * Prefixes {@code command} so that it does not run as root, which the servers refuse. In a user namespace of its
     * own it has another user id, and so do its files.
     *
     * @throws StackFailure if this is root on a host without user namespaces
     */
    static List<String> unprivileged(List<String> command) {
        if (new UnixSystem().getUid() != 0) {
            return command;
        }
        return NAMESPACES.stream()
                .filter(prefix -> works(concat(prefix, List.of("true"))))
                .findFirst()
                .map(prefix -> concat(prefix, command))
                .orElseThrow(() -> new StackFailure(
                        "PostgreSQL refuses to run as root, and this host gives root no user namespace to leave it.",
                        "Start Qudao as an ordinary user."));
    }

    private static boolean works(List<String> command) {
        try {
            Commands.output(command);
            return true;
        } catch (StackFailure e) {
            return false;
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

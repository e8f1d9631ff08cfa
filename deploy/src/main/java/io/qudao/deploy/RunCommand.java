package io.qudao.deploy;

import io.qudao.deploy.stack.LocalStack;
import io.qudao.deploy.stack.StackDescription;
import io.qudao.deploy.stack.StackOptions;
import io.qudao.deploy.stack.StackOptions.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** {@code ./qudao run}: starts the local stack and keeps it running until it is stopped. */
final class RunCommand implements Command {

    private static final int MOST_NODES = 8;
    private static final int HIGHEST_PORT = 65_000;

    private final Optional<Command> demo;

    /** {@code demo} loads the demo tenant into the stack that runs over its {@code --home}. */
    RunCommand(Optional<Command> demo) {
        this.demo = demo;
    }

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "start everything on this machine";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.parse(
                        words,
                        Set.of("fresh", "yes", "json", "services", "demo", "no-start-cache"),
                        Set.of("port", "nodes", "search", "home", "project"))
                .withoutWords();
        StackOptions options = options(arguments);
        if (options.fresh() && Files.exists(options.home()) && !arguments.has("yes")) {
            if (!terminal.interactive()) {
                throw new UsageException("--fresh deletes data and cannot ask for confirmation here: add --yes");
            }
            if (!terminal.confirm("This deletes all data in %s.".formatted(options.home()))) {
                terminal.line("Nothing was deleted.");
                return 1;
            }
        }
        long started = System.nanoTime();
        try (var stack = LocalStack.start(options, new TerminalProgress(terminal))) {
            var took = Duration.ofNanos(System.nanoTime() - started);
            if (arguments.has("demo")) {
                var loader = demo.orElseThrow(() -> new UsageException("this build brings no demo tenant"));
                loadDemo(loader, options.home(), stack::stopping, terminal);
            }
            greet(stack.description(), arguments, took, terminal);
            stack.awaitEnd();
        }
        return 0;
    }

    /** Loads the demo; the stack keeps running whatever the outcome, unless it is stopped meanwhile. */
    static void loadDemo(Command loader, Path home, BooleanSupplier stopping, Terminal terminal) throws Exception {
        int code;
        try {
            code = loader.run(List.of("--home", home.toString()), terminal);
        } catch (IOException | RuntimeException failed) {
            if (stopping.getAsBoolean()) {
                throw new InterruptedException("stopped while the demo was loading");
            }
            terminal.error("qudao: " + failed);
            code = 1;
        }
        if (code != 0) {
            terminal.error(
                    "The demo tenant was not loaded whole; everything else runs. The next start goes on with it.");
        }
    }

    private static StackOptions options(Arguments arguments) {
        Path project = Path.of(arguments.option("project").orElse("."));
        Path home = arguments.option("home").map(Path::of).orElse(project.resolve(".qudao"));
        String search = arguments.option("search").orElse("postgresql");
        if (!Set.of("postgresql", "elasticsearch").contains(search)) {
            throw new UsageException("--search is postgresql or elasticsearch, not '" + search + "'");
        }
        return StackOptions.at(home, project)
                .withPort(arguments.number("port", 1, HIGHEST_PORT, StackOptions.DEFAULT_PORT))
                .withNodes(arguments.number("nodes", 1, MOST_NODES, 1))
                .withScope(arguments.has("services") ? Scope.SERVICES : Scope.EVERYTHING)
                .withElasticsearch(search.equals("elasticsearch"))
                .withFresh(arguments.has("fresh"))
                .withStartCache(!arguments.has("no-start-cache"));
    }

    private static void greet(StackDescription stack, Arguments arguments, Duration took, Terminal terminal) {
        if (arguments.has("json")) {
            terminal.line(stack.toJson());
            return;
        }
        terminal.line("Qudao is up after %.1f s.".formatted(took.toMillis() / 1000.0));
        terminal.line("");
        if (!arguments.has("services")) {
            terminal.line("  Sign up       " + stack.url() + "/sign-up");
            terminal.line("  Your company  " + stack.tenantUrl("{name}"));
            terminal.line("  Its API       " + stack.tenantUrl("{name}") + "/api/v1");
        }
        terminal.line("  Databases     " + stack.database().control());
        terminal.line("                " + stack.database().shard());
        terminal.line("  Passwords     " + Path.of(stack.home(), "secrets.properties"));
        terminal.line("  Logs          " + Path.of(stack.home(), "logs"));
        terminal.line("");
        terminal.line("Ctrl-C stops everything; the data stays.");
    }
}

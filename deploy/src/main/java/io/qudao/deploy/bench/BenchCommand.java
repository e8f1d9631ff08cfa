package io.qudao.deploy.bench;

import io.qudao.deploy.Arguments;
import io.qudao.deploy.Command;
import io.qudao.deploy.Terminal;
import io.qudao.deploy.UsageException;
import io.qudao.deploy.stack.LocalStack;
import io.qudao.deploy.stack.Progress;
import io.qudao.deploy.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qudao bench}: every benchmark, or one, each on a fresh stack in a folder of its own. */
public final class BenchCommand implements Command {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Integer> SIZES = List.of(10_000, 100_000);
    private static final int MOST_ROWS = 1_000_000;

    private final List<Benchmark> all;

    public BenchCommand() {
        this(List.of(
                new SignUpBenchmark(),
                new PublishBenchmark(),
                new SubmitBenchmark(),
                new RecordsBenchmark(),
                new ImportsBenchmark(),
                ReplayBenchmark.ofEnvironment()));
    }

    BenchCommand(List<Benchmark> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String summary() {
        return "run benchmarks, one line per result";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.parse(words, Set.of("json"), Set.of("project", "rows"));
        var wanted = arguments.words().isEmpty()
                ? all
                : List.of(named(arguments.words().getFirst()));
        Path project = Path.of(arguments.option("project").orElse("."));
        var sizes =
                arguments.option("rows").isEmpty() ? SIZES : List.of(arguments.number("rows", 1, MOST_ROWS, MOST_ROWS));
        if (!arguments.has("json")) {
            terminal.line("On %d cores, %s, Java %s"
                    .formatted(
                            Runtime.getRuntime().availableProcessors(),
                            System.getProperty("os.name") + " " + System.getProperty("os.version"),
                            System.getProperty("java.version")));
        }
        for (Benchmark benchmark : wanted) {
            for (Measure measure : measure(benchmark, project, terminal, sizes)) {
                terminal.line(arguments.has("json") ? json(measure) : line(measure));
            }
        }
        return 0;
    }

    private static List<Measure> measure(Benchmark benchmark, Path project, Terminal terminal, List<Integer> sizes)
            throws Exception {
        benchmark.require();
        Path folder = Files.createTempDirectory("qudao-bench-");
        try {
            var options = StackOptions.at(folder.resolve("stack"), project)
                    .withPort(0)
                    .withNodes(benchmark.nodes())
                    .withStartCache(false);
            try (var stack = LocalStack.start(options, Progress.silent())) {
                return benchmark.run(new Bench(stack, folder, terminal, sizes));
            }
        } finally {
            wipe(folder);
        }
    }

    private Benchmark named(String name) {
        return all.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no benchmark " + name + "; there are "
                        + all.stream().map(Benchmark::name).toList()));
    }

    private static String line(Measure measure) {
        String target = Double.isNaN(measure.target())
                ? ""
                : "%s %s".formatted(measure.atMost() ? "at most" : "at least", number(measure.target()));
        return "%-28s %-18s %12s %-10s %s"
                .formatted(measure.name(), target, number(measure.measured()), measure.unit(), measure.verdict())
                .stripTrailing();
    }

    private static String json(Measure measure) {
        var json = JSON.createObjectNode().put("name", measure.name());
        if (!Double.isNaN(measure.target())) {
            json.put("target", measure.target());
        }
        return json.put("measured", measure.measured())
                .put("unit", measure.unit())
                .put("verdict", measure.verdict())
                .toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    private static void wipe(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

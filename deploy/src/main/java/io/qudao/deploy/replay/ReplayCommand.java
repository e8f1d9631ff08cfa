package io.qudao.deploy.replay;

import io.qudao.deploy.Arguments;
import io.qudao.deploy.Command;
import io.qudao.deploy.Terminal;
import io.qudao.deploy.UsageException;
import io.qudao.deploy.client.Credentials;
import io.qudao.deploy.client.Site;
import io.qudao.deploy.stack.LocalStack;
import io.qudao.deploy.stack.Progress;
import io.qudao.deploy.stack.StackDescription;
import io.qudao.deploy.stack.StackOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./qudao replay}: sends real orders through the running system, or through one it starts itself. */
public final class ReplayCommand implements Command {
    private static final int MOST_CLIENTS = 64;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        return "put real orders through the system and compare the totals";
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws Exception {
        var arguments = Arguments.parse(
                words, Set.of(), Set.of("sales", "tenant", "limit", "clients", "home", "project", "port"));
        if (arguments.words().size() != 1) {
            throw new UsageException("replay takes one folder of data");
        }
        var folder = new DataFolder(Path.of(arguments.words().getFirst()));
        var sales = folder.sales(arguments.option("sales"));
        Path project = Path.of(arguments.option("project").orElse("."));
        Path home = arguments.option("home").map(Path::of).orElse(project.resolve(".qudao"));
        var running = StackDescription.running(home);
        if (running.isPresent()) {
            return replay(folder, sales, arguments, running.get(), terminal);
        }
        terminal.line("Nothing runs from " + home + ": starting it for this replay");
        var options =
                StackOptions.at(home, project).withPort(arguments.number("port", 1, 65_000, StackOptions.DEFAULT_PORT));
        try (var stack = LocalStack.start(options, Progress.silent())) {
            return replay(folder, sales, arguments, stack.description(), terminal);
        }
    }

    /** Fails if a folder lacks anything a replay needs. */
    public static void require(Path folder) {
        new DataFolder(folder).sales(Optional.empty());
    }

    /** Replays the smallest sales file of a folder on a running stack. */
    public static Outcome replay(Path folder, StackDescription stack, Terminal terminal) throws Exception {
        var data = new DataFolder(folder);
        var options = Arguments.parse(List.of(), Set.of(), Set.of());
        return through(data, data.sales(Optional.empty()), options, stack, terminal);
    }

    private static int replay(
            DataFolder folder, Path sales, Arguments arguments, StackDescription stack, Terminal terminal)
            throws Exception {
        var outcome = through(folder, sales, arguments, stack, terminal);
        terminal.line("%,d orders, %.1f orders/s, submit p50 %.1f ms, p95 %.1f ms, p99 %.1f ms"
                .formatted(outcome.orders(), outcome.ordersPerSecond(), outcome.p50(), outcome.p95(), outcome.p99()));
        terminal.line(outcome.toJson());
        return outcome.equal() ? 0 : 1;
    }

    private static Outcome through(
            DataFolder folder, Path sales, Arguments arguments, StackDescription stack, Terminal terminal)
            throws Exception {
        String slug = arguments.option("tenant").orElse("replay");
        var journal = new Journal(Path.of(stack.home(), "replay", slug));
        int limit = arguments.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        requireSame(journal, slug, sales.getFileName() + " " + limit);
        var site = new Site(stack.url());
        var credentials = journal.credentials();
        if (credentials.isEmpty()) {
            terminal.line("Signing up the tenant " + slug);
            credentials = Optional.of(signUp(site, slug));
            journal.keep(credentials.get());
        }
        var replay = new Replay(folder, site.tenant(slug, credentials.get()), journal, terminal);
        return replay.run(sales, limit, arguments.number("clients", 1, MOST_CLIENTS, 8));
    }

    /**
     * Requires the same orders as before: the opening stock is exactly what they need, so a tenant created for some
     * orders has no stock for others.
     */
    private static void requireSame(Journal journal, String slug, String orders) {
        var begun = journal.of("orders");
        if (begun.isEmpty()) {
            journal.done("orders", orders);
        } else if (!begun.get().equals(orders)) {
            throw new UsageException("the tenant " + slug + " was created for other orders (another file or --limit);"
                    + " name a new one with --tenant");
        }
    }

    private static Credentials signUp(Site site, String slug) throws InterruptedException {
        var password = new byte[18];
        new SecureRandom().nextBytes(password);
        return site.signUp(new Site.SignUp(
                slug,
                "Replay " + slug,
                "Replay",
                "replay@" + slug + ".example",
                HexFormat.of().formatHex(password) + "-Aa1",
                "en",
                "USD"));
    }
}

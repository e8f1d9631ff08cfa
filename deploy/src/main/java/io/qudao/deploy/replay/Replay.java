package io.qudao.deploy.replay;

import io.qudao.deploy.Terminal;
import io.qudao.deploy.client.TenantApi;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A complete replay: imports master data, places orders, compares totals. */
public final class Replay {
    private final DataFolder folder;
    private final TenantApi api;
    private final Journal journal;
    private final Terminal terminal;
    private final Latencies submits = new Latencies();

    Replay(DataFolder folder, TenantApi api, Journal journal, Terminal terminal) {
        this.folder = folder;
        this.api = api;
        this.journal = journal;
        this.terminal = terminal;
    }

    /**
     * Starts or continues the replay.
     *
     * @param limit maximum number of orders, taken from the start of the file
     */
    Outcome run(Path sales, int limit, int clients) throws InterruptedException, ExecutionException {
        terminal.line("Reading " + sales.getFileName());
        var products = folder.products();
        var outlets = folder.outlets();
        var history = folder.prices();
        var items = products.rows().stream().map(DataFolder.Product::item).collect(Collectors.toSet());
        var book = SalesBook.of(
                limited(DataFolder.lines(sales), limit),
                outlets.stream().map(DataFolder.Outlet::number).collect(Collectors.toSet()),
                items,
                history);
        var master = new MasterData(api, journal, terminal);
        terminal.line("Importing partners, goods, prices and opening stock");
        master.partners(outlets, products.vendors());
        master.products(products);
        master.prices(history, items, book);
        master.stock(book.sold());
        double rate = place(book.orders(), clients);
        return compare(book, master, products, rate);
    }

    private static List<SalesLine> limited(List<SalesLine> lines, int limit) {
        Set<String> first = lines.stream()
                .map(line -> line.invoice() + "/" + line.outlet() + "/" + line.date())
                .distinct()
                .limit(limit)
                .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> first.contains(line.invoice() + "/" + line.outlet() + "/" + line.date()))
                .toList();
    }

    private double place(List<RealOrder> orders, int clients) throws InterruptedException, ExecutionException {
        var waiting = new ConcurrentLinkedQueue<>(orders.stream()
                .filter(order -> journal.of(order.key()).isEmpty())
                .toList());
        var bar = new ProgressBar(terminal, orders.size(), orders.size() - waiting.size());
        terminal.line("Placing %,d orders with %d clients%s"
                .formatted(
                        orders.size(),
                        clients,
                        waiting.size() < orders.size()
                                ? ", going on after %,d".formatted(orders.size() - waiting.size())
                                : ""));
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> work(waiting, bar)))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
        return bar.rate();
    }

    private Void work(ConcurrentLinkedQueue<RealOrder> waiting, ProgressBar bar) throws InterruptedException {
        var flow = new OrderFlow(api, submits);
        for (var order = waiting.poll(); order != null; order = waiting.poll()) {
            journal.done(order.key(), flow.run(order).toPlainString());
            bar.step();
        }
        return null;
    }

    private Outcome compare(SalesBook book, MasterData master, DataFolder.Products products, double rate)
            throws InterruptedException {
        terminal.line("Comparing the books with the file");
        var books = api.get("/api/v1/reports/reconciliation")
                .orFail("The reconciliation")
                .json();
        var amount = new BigDecimal(books.path("amounts").path(0).path("amount").asString("0"));
        boolean booksAgree = agrees(book, books, amount);
        boolean equal = everyOrderAgrees(book) && booksAgree;
        return new Outcome(
                books.path("orders").asLong(),
                books.path("lines").asLong(),
                books.path("units").asLong(),
                amount,
                book.rejections().counts(),
                master.badRows(),
                products.warnings(),
                rate,
                submits.percentile(0.50),
                submits.percentile(0.95),
                submits.percentile(0.99),
                equal);
    }

    private boolean agrees(SalesBook book, JsonNode books, BigDecimal amount) {
        var orders = book.orders();
        long lines = orders.stream().mapToLong(order -> order.lines().size()).sum();
        long bottles = orders.stream().mapToLong(RealOrder::bottles).sum();
        var dollars = orders.stream().map(RealOrder::dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
        // All of them are listed, so none is skipped.
        return Stream.of(
                        check("orders", orders.size(), books.path("orders").asLong()),
                        check("lines", lines, books.path("lines").asLong()),
                        check("bottles", bottles, books.path("units").asLong()),
                        check(
                                "shipped orders",
                                orders.size(),
                                books.path("byStatus").path("SHIPPED").asLong()),
                        check(
                                "counters of stock that differ",
                                0,
                                books.path("stockDifferences").size()),
                        check(
                                "counters of credit that differ",
                                0,
                                books.path("creditDifferences").size()),
                        check("dollars", dollars, amount))
                .allMatch(same -> same);
    }

    private boolean everyOrderAgrees(SalesBook book) {
        long wrong = book.orders().stream()
                .filter(order -> journal.of(order.key())
                        .filter(total -> new BigDecimal(total).compareTo(order.dollars()) == 0)
                        .isEmpty())
                .count();
        return check("orders with another total", 0, wrong);
    }

    private boolean check(String what, long file, long books) {
        return check(what, BigDecimal.valueOf(file), BigDecimal.valueOf(books));
    }

    private boolean check(String what, BigDecimal file, BigDecimal books) {
        boolean same = file.compareTo(books) == 0;
        terminal.line(
                "  %-32s file %,18.2f   books %,18.2f   %s".formatted(what, file, books, same ? "equal" : "DIFFERENT"));
        return same;
    }
}

package io.qudao.deploy.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.qudao.deploy.Terminal;
import io.qudao.deploy.client.TenantApi;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Imports the partners, goods, prices and stock of a folder through the platform's own import. */
final class MasterData {
    private static final String BASE_LIST = "MONTHLY";

    private final TenantApi api;
    private final Journal journal;
    private final Terminal terminal;
    private final Map<String, Long> badRows = new TreeMap<>();

    MasterData(TenantApi api, Journal journal, Terminal terminal) {
        this.api = api;
        this.journal = journal;
        this.terminal = terminal;
    }

    /** Returns the number of rows that imports refused, by target. */
    Map<String, Long> badRows() {
        return Map.copyOf(badRows);
    }

    void partners(List<DataFolder.Outlet> outlets, Map<String, String> vendors) throws InterruptedException {
        load(
                "partners",
                "good_rows",
                List.of("code", "name", "role", "parent_code", "street", "city", "district"),
                writer -> {
                    vendors.forEach((number, name) ->
                            writer.writeRecord(vendorCode(number), orCode(name, number), "VENDOR", "", "", "", ""));
                    outlets.forEach(outlet -> writer.writeRecord(
                            outletCode(outlet.number()),
                            orCode(outlet.name(), outlet.number()),
                            "OUTLET",
                            "",
                            outlet.address(),
                            outlet.city(),
                            outlet.county()));
                });
    }

    void products(DataFolder.Products products) throws InterruptedException {
        load(
                "products",
                "good_rows",
                List.of("code", "name", "category", "barcode", "base_unit", "case_size"),
                writer -> products.rows()
                        .forEach(row -> writer.writeRecord(
                                row.item(),
                                orCode(row.description(), row.item()),
                                orCode(row.category(), "OTHER"),
                                row.upc(),
                                "each",
                                row.pack())));
    }

    /** Imports the monthly prices of the base list, and each special price in a list of its outlet. */
    void prices(PriceHistory history, Collection<String> items, SalesBook book) throws InterruptedException {
        var header = List.of(
                "list_code", "scope", "scope_key", "priority", "sku_code", "unit", "min_qty", "price", "from", "to");
        var known = java.util.Set.copyOf(items);
        load("price-lists", "all_or_nothing", header, writer -> {
            history.all().entrySet().stream()
                    .filter(entry -> known.contains(entry.getKey().item()))
                    .sorted(Comparator.comparing(
                            entry -> entry.getKey().item() + entry.getKey().month()))
                    .forEach(entry -> writer.writeRecord(
                            BASE_LIST,
                            "BASE",
                            "",
                            "1",
                            entry.getKey().item(),
                            "each",
                            "1",
                            entry.getValue().toPlainString(),
                            start(entry.getKey().month()),
                            start(entry.getKey().month().plusMonths(1))));
            book.specials()
                    .forEach(special -> writer.writeRecord(
                            "SPECIAL-" + special.outlet(),
                            "CONTRACT",
                            outletCode(special.outlet()),
                            "1",
                            special.item(),
                            "each",
                            "1",
                            special.price().toPlainString(),
                            special.at().toString(),
                            special.at().plusSeconds(1).toString()));
        });
    }

    void stock(Map<String, Long> sold) throws InterruptedException {
        load(
                "stock",
                "all_or_nothing",
                List.of("sku_code", "quantity", "unit"),
                writer -> sold.forEach((item, bottles) -> writer.writeRecord(item, String.valueOf(bottles), "each")));
    }

    static String outletCode(String number) {
        return "S" + number;
    }

    private static String vendorCode(String number) {
        return "V" + number;
    }

    private static String orCode(String name, String code) {
        return name.isBlank() ? code : name;
    }

    private static String start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toString();
    }

    private void load(String target, String mode, List<String> header, Consumer<CsvWriter> rows)
            throws InterruptedException {
        String key = "import-" + target;
        var before = journal.of(key);
        if (before.isPresent()) {
            badRows.put(target, Long.parseLong(before.get()));
            return;
        }
        long began = System.nanoTime();
        Path file = journal.folder().resolve(target + ".csv");
        Csv.write(file, header, rows);
        var job = api.importFile(target, file, mode, "replay-" + target);
        if (!job.path("state").asString().equalsIgnoreCase("done")) {
            throw new IllegalStateException("The import of " + target + " ended as " + job + "\n" + errors(job));
        }
        long bad = job.path("bad").asLong();
        badRows.put(target, bad);
        journal.done(key, String.valueOf(bad));
        terminal.line("  %-12s %,8d rows in %.1f s, %d refused"
                .formatted(target, job.path("stored").asLong(), (System.nanoTime() - began) / 1e9, bad));
    }

    private String errors(JsonNode job) throws InterruptedException {
        var body = api.get("/api/v1/imports/" + job.path("id").asString() + "/errors")
                .body();
        return body.substring(0, Math.min(2_000, body.length()));
    }
}

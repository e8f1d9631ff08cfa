package io.qudao.deploy.replay;

import io.qudao.deploy.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder of real data: {@code products.csv}, {@code stores.csv}, an optional price history, and sales files. */
record DataFolder(Path path) {
    DataFolder {
        for (String needed : List.of("products.csv", "stores.csv")) {
            if (!Files.isRegularFile(path.resolve(needed))) {
                throw new UsageException(path + " has no " + needed);
            }
        }
    }

    /** Returns the requested sales file, else the smallest one. */
    Path sales(Optional<String> name) {
        if (name.isPresent()) {
            var file = path.resolve(name.get());
            if (!Files.isRegularFile(file)) {
                throw new UsageException("there is no sales file " + file);
            }
            return file;
        }
        return files("sales")
                .min(Comparator.comparingLong(DataFolder::size))
                .orElseThrow(() -> new UsageException(path + " has no sales file"));
    }

    Products products() {
        var rows = new ArrayList<Product>();
        Csv.read(
                path.resolve("products.csv"),
                row -> rows.add(new Product(
                        row.getStartingLineNumber(),
                        row.getField("item_number"),
                        row.getField("category"),
                        row.getField("description"),
                        row.getField("vendor_number"),
                        row.getField("vendor_name"),
                        row.getField("pack"),
                        row.getField("upc"),
                        row.getField("bottle_cost"),
                        row.getField("case_cost"))));
        return new Products(rows);
    }

    List<Outlet> outlets() {
        var rows = new ArrayList<Outlet>();
        Csv.read(
                path.resolve("stores.csv"),
                row -> rows.add(new Outlet(
                        row.getField("store_number"),
                        row.getField("name"),
                        row.getField("status").equals("A"),
                        row.getField("address"),
                        row.getField("city"),
                        row.getField("county"))));
        return rows;
    }

    PriceHistory prices() {
        var history = new PriceHistory();
        files("price_history")
                .sorted()
                .findFirst()
                .ifPresent(file -> Csv.read(
                        file,
                        row -> history.put(
                                row.getField("item_number"),
                                YearMonth.parse(row.getField("month")),
                                new BigDecimal(row.getField("unit_price_mode")))));
        return history;
    }

    static List<SalesLine> lines(Path sales) {
        var lines = new ArrayList<SalesLine>();
        Csv.read(
                sales,
                row -> lines.add(new SalesLine(
                        row.getStartingLineNumber(),
                        row.getField("invoice"),
                        LocalDate.parse(row.getField("date")),
                        row.getField("store_number"),
                        row.getField("item_number"),
                        Long.parseLong(row.getField("bottles")),
                        new BigDecimal(row.getField("sale_dollars")))));
        return lines;
    }

    private java.util.stream.Stream<Path> files(String prefix) {
        try (var listed = Files.list(path)) {
            return listed
                    .filter(file -> file.getFileName().toString().matches(prefix + ".*\\.csv(\\.gz)?"))
                    .toList()
                    .stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    record Outlet(String number, String name, boolean active, String address, String city, String county) {}

    record Product(
            long row,
            String item,
            String category,
            String description,
            String vendor,
            String vendorName,
            String pack,
            String upc,
            String bottleCost,
            String caseCost) {}

    /** The products of the folder, and what is odd about them; odd rows are imported all the same. */
    record Products(List<Product> rows) {
        Products {
            rows = List.copyOf(rows);
        }

        Map<String, String> vendors() {
            var vendors = new TreeMap<String, String>();
            rows.stream()
                    .filter(row -> !row.vendor().isBlank())
                    .forEach(row -> vendors.putIfAbsent(row.vendor(), row.vendorName()));
            return vendors;
        }

        Map<String, Integer> warnings() {
            var warnings = new TreeMap<String, Integer>();
            var upcs = new HashMap<String, Integer>();
            for (Product row : rows) {
                if (!row.upc().isBlank() && upcs.merge(row.upc(), 1, Integer::sum) > 1) {
                    warnings.merge("barcode_repeated", 1, Integer::sum);
                }
                if (row.description().isBlank()) {
                    warnings.merge("name_missing", 1, Integer::sum);
                }
                if (!costsAgree(row)) {
                    warnings.merge("case_cost_not_bottles_times_cost", 1, Integer::sum);
                }
            }
            return warnings;
        }

        private static boolean costsAgree(Product row) {
            try {
                var bottles = new BigDecimal(row.bottleCost()).multiply(new BigDecimal(row.pack()));
                return bottles.compareTo(new BigDecimal(row.caseCost())) == 0;
            } catch (NumberFormatException missing) {
                return false;
            }
        }
    }
}

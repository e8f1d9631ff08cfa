package io.qudao.deploy.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sales of a file as orders, with prices that make the platform compute the file's own totals: the monthly price of
 * each item, and a special price for one outlet and one order where the invoice differs.
 */
final class SalesBook {
    /** Digits after the point of a unit price on the platform. */
    private static final int PRICE_SCALE = 4;

    private final List<RealOrder> orders = new ArrayList<>();
    private final List<Special> specials = new ArrayList<>();
    private final Rejections rejections = new Rejections();

    private SalesBook() {}

    static SalesBook of(List<SalesLine> lines, Set<String> outlets, Set<String> items, PriceHistory history) {
        var book = new SalesBook();
        var seconds = new HashMap<OutletDay, Integer>();
        book.grouped(lines, outlets, items).forEach((key, members) -> {
            int second = seconds.merge(new OutletDay(key.outlet(), key.date()), 1, Integer::sum);
            var at = key.date().atTime(12, 0).plusSeconds(second).toInstant(ZoneOffset.UTC);
            book.add(new RealOrder(key.invoice(), key.outlet(), at, members), history);
        });
        return book;
    }

    List<RealOrder> orders() {
        return List.copyOf(orders);
    }

    List<Special> specials() {
        return List.copyOf(specials);
    }

    Rejections rejections() {
        return rejections;
    }

    /** Returns the number of bottles sold of each item. */
    Map<String, Long> sold() {
        var sold = new LinkedHashMap<String, Long>();
        orders.forEach(order -> order.lines().forEach(line -> sold.merge(line.item(), line.bottles(), Long::sum)));
        return sold;
    }

    private Map<Key, List<SalesLine>> grouped(List<SalesLine> lines, Set<String> outlets, Set<String> items) {
        var groups = new LinkedHashMap<Key, List<SalesLine>>();
        for (SalesLine line : lines) {
            if (!outlets.contains(line.outlet())) {
                rejections.add("unknown_outlet", line);
            } else if (!items.contains(line.item())) {
                rejections.add("unknown_item", line);
            } else if (line.bottles() <= 0) {
                rejections.add("no_positive_quantity", line);
            } else if (!priceIsExact(line)) {
                rejections.add("price_not_exact", line);
            } else {
                groups.computeIfAbsent(new Key(line.invoice(), line.outlet(), line.date()), key -> new ArrayList<>())
                        .add(line);
            }
        }
        return groups;
    }

    private void add(RealOrder wanted, PriceHistory history) {
        var prices = new HashMap<String, BigDecimal>();
        var kept = new ArrayList<SalesLine>();
        for (SalesLine line : wanted.lines()) {
            var price = unitPrice(line);
            var first = prices.putIfAbsent(line.item(), price);
            if (first != null && first.compareTo(price) != 0) {
                rejections.add("two_prices_in_one_order", line);
            } else {
                kept.add(line);
            }
        }
        var order = new RealOrder(wanted.invoice(), wanted.outlet(), wanted.at(), kept);
        orders.add(order);
        prices.forEach((item, price) -> {
            var usual = history.price(item, YearMonth.from(wanted.at().atZone(ZoneOffset.UTC)));
            if (usual.isEmpty() || usual.get().compareTo(price) != 0) {
                specials.add(new Special(order.outlet(), item, order.at(), price));
            }
        });
    }

    private static BigDecimal unitPrice(SalesLine line) {
        return line.dollars().divide(BigDecimal.valueOf(line.bottles()), PRICE_SCALE, RoundingMode.HALF_UP);
    }

    /** Returns whether unit price times bottles, rounded to cents like on the platform, equals the invoice. */
    private static boolean priceIsExact(SalesLine line) {
        return unitPrice(line)
                        .multiply(BigDecimal.valueOf(line.bottles()))
                        .setScale(2, RoundingMode.HALF_UP)
                        .compareTo(line.dollars())
                == 0;
    }

    /** A price of one outlet that applies for the second of one order. */
    record Special(String outlet, String item, Instant at, BigDecimal price) {}

    private record Key(String invoice, String outlet, LocalDate date) {}

    private record OutletDay(String outlet, LocalDate date) {}
}

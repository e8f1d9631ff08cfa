package io.qudao.deploy.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sales rows that cannot be ordered, by reason, with their amounts, which are needed to reconcile the totals. */
final class Rejections {
    private final Map<String, List<SalesLine>> byReason = new TreeMap<>();

    synchronized void add(String reason, SalesLine line) {
        byReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(line);
    }

    synchronized Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        byReason.forEach((reason, lines) -> counts.put(reason, lines.size()));
        return counts;
    }

    synchronized int rows() {
        return byReason.values().stream().mapToInt(List::size).sum();
    }

    synchronized BigDecimal dollars() {
        return byReason.values().stream()
                .flatMap(List::stream)
                .map(SalesLine::dollars)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    synchronized long bottles() {
        return byReason.values().stream()
                .flatMap(List::stream)
                .mapToLong(SalesLine::bottles)
                .sum();
    }
}

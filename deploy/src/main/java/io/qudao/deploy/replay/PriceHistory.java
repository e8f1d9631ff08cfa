package io.qudao.deploy.replay;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The usual unit price of each item in each month; months may be missing. */
final class PriceHistory {
    private final Map<Key, BigDecimal> prices = new HashMap<>();

    void put(String item, YearMonth month, BigDecimal price) {
        prices.put(new Key(item, month), price);
    }

    Optional<BigDecimal> price(String item, YearMonth month) {
        return Optional.ofNullable(prices.get(new Key(item, month)));
    }

    Map<Key, BigDecimal> all() {
        return Map.copyOf(prices);
    }

    record Key(String item, YearMonth month) {}
}

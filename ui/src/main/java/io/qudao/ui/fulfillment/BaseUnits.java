package io.qudao.ui.fulfillment;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.SkuId;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Texts;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks up the base units of SKUs. */
@Component
class BaseUnits {
    private final Catalog catalog;

    BaseUnits(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the base unit of each SKU; empty for an unknown one. */
    Function<SkuId, String> of(Collection<SkuId> skus) {
        var known = catalog.skus(skus);
        return sku -> {
            var found = known.get(sku);
            return found == null ? "" : found.baseUnit();
        };
    }

    /** Returns in words how much all the lines have, by base unit. */
    <L> String sum(Collection<L> lines, Function<L, SkuId> sku, ToLongFunction<L> count) {
        var unitOf = of(lines.stream().map(sku).toList());
        var sums = new TreeMap<String, Long>();
        lines.forEach(line -> sums.merge(unitOf.apply(sku.apply(line)), count.applyAsLong(line), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> QuantityText.format(sum.getValue(), sum.getKey()))
                .collect(Collectors.joining(Texts.of("ship.between")));
    }
}

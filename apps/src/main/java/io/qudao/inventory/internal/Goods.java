package io.qudao.inventory.internal;

import io.qudao.catalog.SkuId;
import io.qudao.inventory.Demand;
import java.util.Collection;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.support.SqlArrayValue;

/** Demands summed per SKU (I3), in ascending order of SKU. */
record Goods(SequencedMap<UUID, Long> sums) {
    static Goods of(Collection<Demand> demands) {
        var sums = new TreeMap<UUID, Long>();
        for (Demand demand : demands) {
            if (demand.quantity() > 0) {
                sums.merge(demand.sku().value(), demand.quantity(), Math::addExact);
            }
        }
        return new Goods(sums);
    }

    int size() {
        return sums.size();
    }

    long wanted(SkuId sku) {
        return sums.getOrDefault(sku.value(), 0L);
    }

    SqlArrayValue skuArray() {
        return new SqlArrayValue("uuid", sums.keySet().toArray());
    }

    SqlArrayValue quantityArray() {
        return new SqlArrayValue("int8", sums.values().toArray());
    }
}

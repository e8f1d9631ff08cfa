package io.qudao.inventory.internal;

import io.qudao.catalog.SkuId;
import io.qudao.inventory.Demand;
import io.qudao.inventory.Reservation.Shortage;
import io.qudao.sql.SqlStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Demands added up per SKU (I3), in ascending order of SKU. */
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

    /** Returns the shortages given what is available of each SKU. */
    List<Shortage> shortages(Map<UUID, Long> available) {
        var shortages = new ArrayList<Shortage>();
        sums.forEach((sku, wanted) -> {
            long free = available.getOrDefault(sku, 0L);
            if (free < wanted) {
                shortages.add(new Shortage(new SkuId(sku), wanted, free));
            }
        });
        return List.copyOf(shortages);
    }

    /** Sets {@code :skus} and {@code :quantities}. */
    SqlStatement in(SqlStatement statement) {
        return statement.array("skus", "uuid", sums.keySet()).array("quantities", "int8", sums.values());
    }
}

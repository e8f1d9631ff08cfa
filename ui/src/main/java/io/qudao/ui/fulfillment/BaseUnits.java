package io.qudao.ui.fulfillment;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.SkuId;
import java.util.Collection;
import java.util.function.Function;
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
}

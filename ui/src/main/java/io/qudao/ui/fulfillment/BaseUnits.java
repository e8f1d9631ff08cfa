package io.qudao.ui.fulfillment;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.SkuId;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The units in which goods are counted. */
@Component
class BaseUnits {
    private final Catalog catalog;

    BaseUnits(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The base unit of each of these; empty for one that is not known. */
    Function<SkuId, String> of(Collection<SkuId> skus) {
        var known = catalog.skus(skus);
        return sku -> {
            var found = known.get(sku);
            return found == null ? "" : found.baseUnit();
        };
    }
}

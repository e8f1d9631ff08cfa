package io.qudao.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item that is stocked, priced and ordered.
 *
 * @param code unique in the tenant
 * @param barcode as printed; several SKUs may share one
 * @param baseUnit the unit in which stock is kept; never changes
 * @param units the base unit first
 * @param version grows with each change
 */
public record Sku(
        SkuId id,
        ProductId product,
        String code,
        String name,
        @Nullable String barcode,
        CategoryId category,
        String baseUnit,
        List<Unit> units,
        SkuStatus status,
        long version) {
    public Sku {
        units = List.copyOf(units);
    }

    public Optional<Unit> unit(String unitCode) {
        return units.stream().filter(unit -> unit.code().equals(unitCode)).findFirst();
    }

    public boolean isOnShelf() {
        return status == SkuStatus.ON_SHELF;
    }
}

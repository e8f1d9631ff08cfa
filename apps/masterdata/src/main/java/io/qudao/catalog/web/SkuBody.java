package io.qudao.catalog.web;

import io.qudao.catalog.Sku;
import io.qudao.catalog.Unit;
import io.qudao.kernel.Value;
import io.qudao.record.StandsFor;
import io.qudao.rest.FieldsBody;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A SKU in JSON. */
record SkuBody(
        UUID id,
        @StandsFor("sku.product") UUID product,
        @StandsFor("sku.code") String code,
        @StandsFor("sku.name") String name,
        @StandsFor("sku.barcode") @Nullable String barcode,
        @StandsFor("product.category") UUID category,
        @StandsFor("sku.base_unit") String baseUnit,
        @StandsFor("sku.base_unit") List<Unit> units,
        @StandsFor("sku.status") String status,
        FieldsBody custom,
        long version) {
    static SkuBody of(Sku sku, Value.Fields own) {
        return new SkuBody(
                sku.id().value(),
                sku.product().value(),
                sku.code(),
                sku.name(),
                sku.barcode(),
                sku.category().value(),
                sku.baseUnit(),
                sku.units(),
                sku.status().name(),
                new FieldsBody(own),
                sku.version());
    }
}

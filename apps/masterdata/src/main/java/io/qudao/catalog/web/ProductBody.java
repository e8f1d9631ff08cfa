package io.qudao.catalog.web;

import io.qudao.catalog.Product;
import io.qudao.kernel.Value;
import io.qudao.record.StandsFor;
import io.qudao.rest.FieldsBody;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product in JSON.
 *
 * @param picture URL of its picture, or null
 */
record ProductBody(
        UUID id,
        @StandsFor("product.code") String code,
        @StandsFor("product.name") String name,
        @StandsFor("product.brand") String brand,
        @StandsFor("product.category") UUID category,
        @Nullable String picture,
        List<SkuBody> skus,
        FieldsBody custom,
        long version) {
    static ProductBody of(Product product, List<SkuBody> skus, Value.Fields own) {
        return new ProductBody(
                product.id().value(),
                product.code(),
                product.name(),
                product.brand(),
                product.category().value(),
                product.picture() == null
                        ? null
                        : "/api/v1/products/" + product.id() + "/picture?v=" + product.picture(),
                skus,
                new FieldsBody(own),
                product.version());
    }
}

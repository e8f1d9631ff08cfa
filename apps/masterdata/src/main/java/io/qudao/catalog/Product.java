package io.qudao.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product (SPU) with its SKUs.
 *
 * @param code unique in the tenant
 * @param brand empty if unknown
 * @param picture version of its picture for the URL {@code /products/{id}/picture?v=}, or null
 */
public record Product(
        ProductId id,
        String code,
        String name,
        String brand,
        CategoryId category,
        @Nullable String picture,
        List<Sku> skus,
        long version) {
    public Product {
        skus = List.copyOf(skus);
    }
}

package io.qudao.catalog.web;

import io.qudao.catalog.Product;
import io.qudao.catalog.Sku;
import io.qudao.kernel.Slice;
import io.qudao.record.OwnFields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Converts products and SKUs to JSON, with the tenant's own fields that the caller may read. */
@Component
class GoodsBodies {
    private final OwnFields own;

    GoodsBodies(OwnFields own) {
        this.own = own;
    }

    Slice<SkuBody> ofSkus(Slice<Sku> page) {
        return new Slice<>(ofSkus(page.items()), page.next());
    }

    SkuBody of(Sku sku) {
        return ofSkus(List.of(sku)).getFirst();
    }

    Slice<ProductBody> ofProducts(Slice<Product> page) {
        var skus = ofSkus(page.items().stream()
                        .flatMap(product -> product.skus().stream())
                        .toList())
                .stream()
                .collect(Collectors.toMap(SkuBody::id, body -> body));
        return own.besidePage(
                "product",
                page,
                product -> product.id().value(),
                (product, fields) -> ProductBody.of(product, skusOf(product, skus), fields));
    }

    ProductBody of(Product product) {
        return ofProducts(new Slice<>(List.of(product), null)).items().getFirst();
    }

    private List<SkuBody> ofSkus(List<Sku> skus) {
        return own.besideAll("sku", skus, sku -> sku.id().value(), SkuBody::of);
    }

    private static List<SkuBody> skusOf(Product product, Map<UUID, SkuBody> bodies) {
        return product.skus().stream()
                .map(sku -> Objects.requireNonNull(bodies.get(sku.id().value())))
                .toList();
    }
}

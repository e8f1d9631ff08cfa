package io.qudao.catalog;

import java.util.List;

/** Products or their SKUs were added or changed, in this transaction. */
public record ProductsChanged(List<ProductId> products) {
    public ProductsChanged {
        products = List.copyOf(products);
    }
}

package io.qudao.catalog;

import io.qudao.catalog.Products.CategoryDraft;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.partner.ChannelFixture;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Goods of a test's own. */
public final class CatalogFixture {
    private final ChannelFixture channel;
    private final Products products;
    private final Category category;

    public CatalogFixture(ApplicationContext context, ChannelFixture channel) {
        this.channel = channel;
        this.products = context.getBean(Products.class);
        this.category = category("drinks");
    }

    public Category category(String code) {
        return channel.asAdmin(() -> products.createCategory(new CategoryDraft(code, "Category " + code, null)));
    }

    /** A SKU with its product, in bottles and, where {@code caseSize} is positive, cases. */
    public Sku sku(String code, int caseSize) {
        return product(draft(code, caseSize)).skus().getFirst();
    }

    public Product product(ProductDraft draft) {
        return channel.asAdmin(() -> products.create(draft));
    }

    public ProductDraft draft(String code, int caseSize) {
        var units = caseSize > 0 ? List.of(new Unit("case", caseSize, 1)) : List.<Unit>of();
        var sku = new SkuDraft(code, "Sku " + code, null, "bottle", units, SkuStatus.ON_SHELF);
        return new ProductDraft(code, "Product " + code, "", category.id(), List.of(sku));
    }
}

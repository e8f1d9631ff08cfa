package io.qudao.catalog.internal;

import io.qudao.catalog.CategoryId;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Products;
import io.qudao.catalog.Products.CategoryDraft;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.catalog.SkuStatus;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordValues;
import io.qudao.record.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Products and SKUs as records. A product is created with its SKUs by the module's own endpoint only; a SKU is added to
 * a product.
 */
@Configuration(proxyBeanMethods = false)
class CatalogRecords {
    private static final UUID NONE = new UUID(0, 0);

    @Bean
    static RecordCommands categoryCommands(Products products) {
        return new Categories(products);
    }

    @Bean
    static RecordCommands productCommands(Products products) {
        return new Goods(products);
    }

    @Bean
    static RecordCommands skuCommands(Products products) {
        return new Skus(products);
    }

    private record Categories(Products products) implements RecordCommands.Creates, RecordCommands.Changes {
        @Override
        public String object() {
            return CatalogConfiguration.CATEGORY;
        }

        @Override
        public UUID create(RecordValues given) {
            return RecordCommands.naming(CatalogRecords::field, () -> products.createCategory(draft(given)))
                    .id()
                    .value();
        }

        @Override
        public void change(Row now, RecordValues given) {
            var draft = draft(given.over(now));
            RecordCommands.naming(
                    CatalogRecords::field,
                    () -> products.updateCategory(new CategoryId(now.id()), now.version(), draft));
        }

        private static CategoryDraft draft(RecordValues values) {
            var parent = values.reference("parent", null);
            return new CategoryDraft(
                    values.text("code", ""),
                    values.text("name", ""),
                    parent == null ? null : new CategoryId(parent),
                    values.own());
        }
    }

    private record Goods(Products products) implements RecordCommands.Changes {
        @Override
        public String object() {
            return CatalogConfiguration.PRODUCT;
        }

        @Override
        public void change(Row now, RecordValues given) {
            var product = products.find(new ProductId(now.id()))
                    .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, object(), now.id()));
            var whole = given.over(now);
            var category = whole.reference("category", null);
            var draft = new ProductDraft(
                    whole.text("code", ""),
                    whole.text("name", ""),
                    whole.text("brand", ""),
                    new CategoryId(category == null ? NONE : category),
                    product.skus().stream().map(CatalogRecords::draft).toList(),
                    whole.own());
            RecordCommands.naming(CatalogRecords::field, () -> products.update(product.id(), now.version(), draft));
        }
    }

    private record Skus(Products products) implements RecordCommands.Creates, RecordCommands.Changes {
        @Override
        public String object() {
            return CatalogConfiguration.SKU;
        }

        @Override
        public UUID create(RecordValues given) {
            var named = given.reference("product", null);
            var product = new ProductId(named == null ? NONE : named);
            var draft = new SkuDraft(
                    given.text("code", ""),
                    given.text("name", ""),
                    barcode(given, null),
                    given.text("base_unit", ""),
                    List.of(),
                    given.choice("status", SkuStatus.ON_SHELF),
                    given.own());
            return RecordCommands.naming(CatalogRecords::field, () -> products.addSku(product, draft))
                    .value();
        }

        @Override
        public void change(Row now, RecordValues given) {
            RecordCommands.naming(CatalogRecords::field, () -> {
                products.updateSku(new SkuId(now.id()), now.version(), sku -> changed(sku, given));
                return now;
            });
        }

        private static SkuDraft changed(SkuDraft sku, RecordValues given) {
            return new SkuDraft(
                    sku.code(),
                    given.text("name", sku.name()),
                    barcode(given, sku.barcode()),
                    sku.baseUnit(),
                    sku.units(),
                    given.choice("status", sku.status()),
                    given.own());
        }

        private static @Nullable String barcode(RecordValues given, @Nullable String otherwise) {
            String barcode = given.text("barcode", otherwise == null ? "" : otherwise);
            return barcode.isEmpty() ? null : barcode;
        }
    }

    private static SkuDraft draft(Sku sku) {
        var further = sku.units().stream()
                .filter(unit -> !unit.code().equals(sku.baseUnit()))
                .toList();
        return new SkuDraft(sku.code(), sku.name(), sku.barcode(), sku.baseUnit(), further, sku.status());
    }

    /** Returns the object's field for a part of a draft. */
    private static String field(String part) {
        return part.endsWith("baseUnit") ? "base_unit" : part.substring(part.lastIndexOf('.') + 1);
    }
}

package io.qudao.catalog.internal;

import io.qudao.catalog.Category;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Product;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Products;
import io.qudao.catalog.Products.CategoryDraft;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.TextForm;
import io.qudao.kernel.Value;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordValues;
import java.util.ArrayList;
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
    static RecordCommands categoryCommands(Products products, ProductRows rows) {
        return new Categories(products, rows);
    }

    @Bean
    static RecordCommands productCommands(Products products) {
        return new Goods(products);
    }

    @Bean
    static RecordCommands skuCommands(Products products, ProductRows rows) {
        return new Skus(products, rows);
    }

    private record Categories(Products products, ProductRows rows)
            implements RecordCommands.Creates, RecordCommands.Changes {
        @Override
        public String object() {
            return CatalogConfiguration.CATEGORY;
        }

        @Override
        public UUID create(RecordValues given) {
            var draft = draft(given, new Category(new CategoryId(NONE), "", "", null, 0));
            return RecordCommands.naming(CatalogRecords::field, () -> products.createCategory(draft))
                    .id()
                    .value();
        }

        @Override
        public void change(UUID id, long version, RecordValues given) {
            var now = rows.categories().stream()
                    .filter(category -> category.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, object(), id));
            var draft = draft(given, now);
            RecordCommands.naming(CatalogRecords::field, () -> products.updateCategory(now.id(), version, draft));
        }

        private static CategoryDraft draft(RecordValues given, Category now) {
            var above = now.parent();
            var parent = given.reference("parent", above == null ? null : above.value());
            return new CategoryDraft(
                    given.text("code", now.code()),
                    given.text("name", now.name()),
                    parent == null ? null : new CategoryId(parent),
                    given.own());
        }
    }

    private record Goods(Products products) implements RecordCommands.Changes {
        @Override
        public String object() {
            return CatalogConfiguration.PRODUCT;
        }

        @Override
        public void change(UUID id, long version, RecordValues given) {
            var now = product(products, id);
            var category = given.reference("category", now.category().value());
            var draft = new ProductDraft(
                    given.text("code", now.code()),
                    given.text("name", now.name()),
                    given.text("brand", now.brand()),
                    new CategoryId(category == null ? NONE : category),
                    drafts(now),
                    given.own());
            RecordCommands.naming(CatalogRecords::field, () -> products.update(now.id(), version, draft));
        }
    }

    private record Skus(Products products, ProductRows rows) implements RecordCommands.Creates, RecordCommands.Changes {
        @Override
        public String object() {
            return CatalogConfiguration.SKU;
        }

        @Override
        public UUID create(RecordValues given) {
            var named = given.reference("product", null);
            var product = locked(named == null ? NONE : named);
            var draft = new SkuDraft(
                    given.text("code", ""),
                    given.text("name", ""),
                    barcode(given, null),
                    given.text("base_unit", ""),
                    List.of(),
                    given.choice("status", SkuStatus.ON_SHELF),
                    given.own());
            var all = new ArrayList<>(drafts(product));
            all.add(draft);
            return write(product, all).skus().stream()
                    .filter(sku -> sku.code().equals(TextForm.ofCode(draft.code())))
                    .findFirst()
                    .orElseThrow()
                    .id()
                    .value();
        }

        @Override
        public void change(UUID id, long version, RecordValues given) {
            var owner = rows.ofSkus(List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, object(), id));
            var product = locked(owner);
            var all = new ArrayList<SkuDraft>();
            for (Sku sku : product.skus()) {
                boolean meant = sku.id().value().equals(id);
                if (meant && sku.version() != version) {
                    throw new ProblemException(CommonProblem.STALE, version, sku.version());
                }
                all.add(meant ? changed(sku, given) : draft(sku));
            }
            write(product, all);
        }

        /** The caller names no version of the product, so it must not change between being read and written. */
        private Product locked(UUID id) {
            rows.lock(id);
            return product(products, id);
        }

        private Product write(Product product, List<SkuDraft> skus) {
            var draft = new ProductDraft(
                    product.code(), product.name(), product.brand(), product.category(), skus, Value.Fields.EMPTY);
            return RecordCommands.naming(
                    CatalogRecords::field, () -> products.update(product.id(), product.version(), draft));
        }

        private static SkuDraft changed(Sku sku, RecordValues given) {
            return new SkuDraft(
                    sku.code(),
                    given.text("name", sku.name()),
                    barcode(given, sku.barcode()),
                    sku.baseUnit(),
                    furtherUnits(sku),
                    given.choice("status", sku.status()),
                    given.own());
        }

        private static @Nullable String barcode(RecordValues given, @Nullable String otherwise) {
            String barcode = given.text("barcode", otherwise == null ? "" : otherwise);
            return barcode.isEmpty() ? null : barcode;
        }
    }

    private static Product product(Products products, UUID id) {
        return products.find(new ProductId(id))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, CatalogConfiguration.PRODUCT, id));
    }

    private static List<SkuDraft> drafts(Product product) {
        return product.skus().stream().map(CatalogRecords::draft).toList();
    }

    private static SkuDraft draft(Sku sku) {
        return new SkuDraft(sku.code(), sku.name(), sku.barcode(), sku.baseUnit(), furtherUnits(sku), sku.status());
    }

    private static List<Unit> furtherUnits(Sku sku) {
        return sku.units().stream()
                .filter(unit -> !unit.code().equals(sku.baseUnit()))
                .toList();
    }

    /** Returns the object's field for a part of a draft. */
    private static String field(String part) {
        return part.endsWith("baseUnit") ? "base_unit" : part.substring(part.lastIndexOf('.') + 1);
    }
}

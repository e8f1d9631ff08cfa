package io.qudao.catalog.internal;

import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.imports.ImportCells;
import io.qudao.imports.ImportRow;
import io.qudao.imports.OwnColumns;
import io.qudao.kernel.TextForm;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a row of an imported file into a product with one SKU, by applying its values to what exists. */
final class ProductRow {
    private static final CategoryId NO_CATEGORY = new CategoryId(new UUID(0, 0));

    private final ImportRow row;
    private final ImportCells cells;
    private final @Nullable ProductEntity product;
    private final @Nullable SkuEntity sku;
    private final OwnColumns own;

    ProductRow(ImportRow row, @Nullable ProductEntity product, @Nullable SkuEntity sku, OwnColumns own) {
        this.row = row;
        this.cells = new ImportCells(row);
        this.product = product;
        this.sku = sku;
        this.own = own;
    }

    /** Identifies a category by its code, or else by its name. */
    static Optional<String> categoryCode(ImportRow row) {
        return row.codeName(ProductImport.CATEGORY_CODE).or(() -> row.codeName(ProductImport.CATEGORY));
    }

    void refuse(String column, String code, Object... arguments) {
        cells.add(column, code, arguments);
    }

    /** @param earlier the earlier row with the same code, or null if there is none */
    void refuseRepeated(@Nullable Long earlier) {
        if (earlier != null) {
            cells.repeats(ProductImport.CODE, earlier);
        }
    }

    boolean isGood() {
        return cells.isGood();
    }

    List<Violation> violations() {
        return cells.violations();
    }

    /**
     * Returns the product that the row produces; its violations are added to the row's.
     *
     * @param categories existing categories by code; a category with another code is created later
     */
    ProductDraft draft(Map<String, CategoryId> categories) {
        var now = product == null ? null : product.draft(List.of());
        var named = categoryCode(row);
        var category = named.map(categories::get).orElse(now == null ? NO_CATEGORY : now.category());
        if (named.isEmpty() && category.equals(NO_CATEGORY)) {
            refuse(ProductImport.CATEGORY, "required");
        }
        if (named.filter(code -> !TextForm.isPlain(code)).isPresent()) {
            refuse(ProductImport.CATEGORY, "malformed");
        }
        var violations = new Violations();
        var clean = ProductCheck.clean(
                new ProductDraft(
                        text(ProductImport.CODE, ""),
                        text(ProductImport.NAME, now == null ? "" : now.name()),
                        text(ProductImport.BRAND, now == null ? "" : now.brand()),
                        category,
                        List.of(sku(now == null ? "" : now.name())),
                        own.read(CatalogConfiguration.PRODUCT, row)),
                violations);
        ProductWrites.check(clean, product, sku == null ? Map.of() : Map.of(sku.code(), sku), violations);
        cells.addAll(violations.list(), ProductRow::column);
        return clean;
    }

    private SkuDraft sku(String productName) {
        var now = sku == null ? null : sku.draft();
        String base = text(ProductImport.BASE_UNIT, now == null ? "each" : now.baseUnit());
        return new SkuDraft(
                text(ProductImport.CODE, ""),
                text(ProductImport.NAME, now == null ? productName : now.name()),
                row.value(ProductImport.BARCODE).orElse(now == null ? null : now.barcode()),
                base,
                units(now == null ? List.of() : now.units()),
                cells.choice(ProductImport.STATUS, SkuStatus.class)
                        .orElse(now == null ? SkuStatus.ON_SHELF : now.status()),
                own.read(CatalogConfiguration.SKU, row));
    }

    /** Returns the existing units, with the row's case in place of an earlier one. */
    private List<Unit> units(List<Unit> now) {
        String code = text(ProductImport.CASE_UNIT, "case");
        var size = cells.whole(ProductImport.CASE_SIZE, 1, Long.MAX_VALUE);
        var units = new ArrayList<>(now);
        if (size.isPresent()) {
            units.removeIf(unit -> unit.code().equals(code));
            units.add(new Unit(code, size.get(), 1));
        }
        return units;
    }

    private static String column(String field) {
        return switch (field) {
            case "skus[0].baseUnit" -> ProductImport.BASE_UNIT;
            case "skus[0].barcode" -> ProductImport.BARCODE;
            case "skus[0].code" -> ProductImport.CODE;
            case "skus[0].name" -> ProductImport.NAME;
            default -> field.startsWith("skus[0].units") ? ProductImport.CASE_UNIT : field;
        };
    }

    private String text(String column, String otherwise) {
        return row.value(column).orElse(otherwise);
    }
}

package io.qudao.catalog.internal;

import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.SkuStatus;
import io.qudao.imports.ImportCells;
import io.qudao.imports.ImportColumn;
import io.qudao.imports.ImportRow;
import io.qudao.imports.ImportTarget;
import io.qudao.imports.NamedKeys;
import io.qudao.imports.NamedKeys.RowKey;
import io.qudao.imports.OwnColumns;
import io.qudao.kernel.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Imports products: a row is a product with one SKU of the same code, and a case in addition to the base unit. */
@Component
class ProductImport implements ImportTarget {
    static final String CODE = "code";
    static final String NAME = "name";
    static final String BRAND = "brand";
    static final String CATEGORY = "category";
    static final String CATEGORY_CODE = "category_code";
    static final String BARCODE = "barcode";
    static final String BASE_UNIT = "base_unit";
    static final String CASE_SIZE = "case_size";
    static final String CASE_UNIT = "case_unit";
    static final String STATUS = "status";
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UNIT = 32;
    private static final long LARGEST_CASE = 1_000_000;

    private final ProductWrites writes;
    private final CategoryShelf shelf;
    private final OwnColumns own;

    ProductImport(ProductWrites writes, CategoryShelf shelf, OwnColumns own) {
        this.writes = writes;
        this.shelf = shelf;
        this.own = own;
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    public boolean isOfHeadOffice() {
        return true;
    }

    @Override
    public String permission() {
        return "catalog.edit";
    }

    @Override
    public List<ImportColumn> columns() {
        var columns = List.of(
                ImportColumn.required(CODE, "sku_code", "编码", "代碼"),
                ImportColumn.optional(NAME, "名称", "名稱"),
                ImportColumn.optional(BRAND, "品牌"),
                ImportColumn.optional(CATEGORY, "category_name", "分类", "分類"),
                ImportColumn.optional(CATEGORY_CODE, "分类编码", "分類代碼"),
                ImportColumn.optional(BARCODE, "条码", "條碼"),
                ImportColumn.optional(BASE_UNIT, "unit", "基本单位", "基本單位"),
                ImportColumn.optional(CASE_SIZE, "pack", "箱规", "每箱數量"),
                ImportColumn.optional(CASE_UNIT, "箱单位", "箱單位"),
                ImportColumn.optional(STATUS, "状态", "狀態"));
        return own.beside(own.beside(columns, CatalogConfiguration.PRODUCT), CatalogConfiguration.SKU);
    }

    @Override
    public List<Violation> validate(ImportRow row) {
        var cells = new ImportCells(row);
        cells.text(CODE, LONGEST_CODE);
        cells.optionalText(NAME, LONGEST_NAME);
        cells.optionalText(BRAND, LONGEST_NAME);
        cells.optionalText(CATEGORY, row.value(CATEGORY_CODE).isPresent() ? LONGEST_NAME : LONGEST_CODE);
        cells.optionalText(CATEGORY_CODE, LONGEST_CODE);
        cells.optionalText(BARCODE, LONGEST_CODE);
        cells.optionalText(BASE_UNIT, LONGEST_UNIT);
        cells.optionalText(CASE_UNIT, LONGEST_UNIT);
        cells.whole(CASE_SIZE, 1, LARGEST_CASE);
        cells.choice(STATUS, SkuStatus.class);
        return cells.violations();
    }

    @Override
    public List<Violation> apply(List<ImportRow> rows, NamedKeys keys) {
        var codes = rows.stream()
                .map(row -> row.code(CODE))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        var products = writes.products(codes);
        var skus = writes.skus(codes);
        var shelves = shelf.find(categories(rows).keySet());
        var bad = new ArrayList<Violation>();
        var repeated = keys.name(rows.stream()
                .map(row -> RowKey.of(row.number(), row.code(CODE).orElse("")))
                .toList());
        var good = new ArrayList<Good>();
        for (ImportRow row : rows) {
            String code = row.code(CODE).orElse("");
            var read = new ProductRow(row, products.get(code), skus.get(code), own);
            read.refuseRepeated(repeated.get(row.number()));
            var draft = read.draft(shelves);
            if (read.isGood()) {
                good.add(new Good(row, draft));
            }
            bad.addAll(read.violations());
        }
        write(good, shelves, products, skus);
        return bad;
    }

    /** Writes the rows that passed; only they create categories. */
    private void write(
            List<Good> good,
            Map<String, CategoryId> shelves,
            Map<String, ProductEntity> products,
            Map<String, SkuEntity> skus) {
        var categories =
                shelf.make(shelves, categories(good.stream().map(Good::row).toList()));
        var unflushed = new UnflushedGoods();
        for (Good each : good) {
            var draft = each.on(categories);
            var there = products.get(each.row().code(CODE).orElse(""));
            writes.write(there, draft, skus, unflushed.inRow(each.row().number()));
        }
        writes.flush(unflushed);
    }

    /** A row that passed the checks, with the product that it produces. */
    private record Good(ImportRow row, ProductDraft draft) {
        ProductDraft on(Map<String, CategoryId> categories) {
            var category = ProductRow.categoryCode(row).map(categories::get).orElse(draft.category());
            return new ProductDraft(draft.code(), draft.name(), draft.brand(), category, draft.skus(), draft.custom());
        }
    }

    /** Returns the names of the rows' categories by code. */
    private static Map<String, String> categories(List<ImportRow> rows) {
        var names = new LinkedHashMap<String, String>();
        rows.forEach(row -> ProductRow.categoryCode(row)
                .ifPresent(code -> names.putIfAbsent(code, row.value(CATEGORY).orElse(code))));
        return names;
    }
}

package io.qudao.pricing.internal;

import io.qudao.catalog.Catalog;
import io.qudao.imports.ImportCells;
import io.qudao.imports.ImportColumn;
import io.qudao.imports.ImportRow;
import io.qudao.imports.ImportTarget;
import io.qudao.imports.NamedKeys;
import io.qudao.imports.OwnColumns;
import io.qudao.kernel.Violation;
import io.qudao.partner.Partners;
import io.qudao.pricing.PriceScope;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Imports prices: a row is an entry of a list, which is created by the first row that names it. */
@Component
class PriceImport implements ImportTarget {
    static final String SELLER = "seller_code";
    static final String LIST = "list_code";
    static final String NAME = "list_name";
    static final String SCOPE = "scope";
    static final String SCOPE_KEY = "scope_key";
    static final String PRIORITY = "priority";
    static final String CURRENCY = "currency";
    static final String SKU = "sku_code";
    static final String UNIT = "unit";
    static final String MINIMUM = "min_qty";
    static final String PRICE = "price";
    static final String FROM = "from";
    static final String UNTIL = "to";
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 200;

    private final PriceBatches batches;
    private final Partners partners;
    private final Catalog catalog;
    private final OwnColumns own;

    PriceImport(PriceBatches batches, Partners partners, Catalog catalog, OwnColumns own) {
        this.batches = batches;
        this.partners = partners;
        this.catalog = catalog;
        this.own = own;
    }

    @Override
    public String name() {
        return "price-lists";
    }

    @Override
    public String permission() {
        return "price.edit";
    }

    @Override
    public List<ImportColumn> columns() {
        var columns = List.of(
                ImportColumn.optional(SELLER, "seller", "销售方编码", "銷售方代碼"),
                ImportColumn.required(LIST, "list", "价目表编码", "價目表代碼"),
                ImportColumn.optional(NAME, "价目表名称", "價目表名稱"),
                ImportColumn.optional(SCOPE, "适用范围", "適用範圍"),
                ImportColumn.optional(SCOPE_KEY, "适用对象", "適用對象"),
                ImportColumn.optional(PRIORITY, "优先级", "優先順序"),
                ImportColumn.optional(CURRENCY, "币种", "幣別"),
                ImportColumn.required(SKU, "sku", "商品编码", "商品代碼"),
                ImportColumn.optional(UNIT, "单位", "單位"),
                ImportColumn.optional(MINIMUM, "minimum", "起订量", "最低訂購量"),
                ImportColumn.required(PRICE, "价格", "價格"),
                ImportColumn.optional(FROM, "valid_from", "生效时间", "生效時間"),
                ImportColumn.optional(UNTIL, "valid_until", "失效时间", "失效時間"));
        return own.beside(columns, PricingConfiguration.PRICE_LIST);
    }

    @Override
    public List<Violation> validate(ImportRow row) {
        var cells = new ImportCells(row);
        cells.text(LIST, LONGEST_CODE);
        cells.text(SKU, LONGEST_CODE);
        cells.text(PRICE, LONGEST_CODE);
        cells.decimal(PRICE);
        cells.optionalText(SELLER, LONGEST_CODE);
        cells.optionalText(NAME, LONGEST_NAME);
        cells.optionalText(SCOPE_KEY, LONGEST_CODE);
        cells.optionalText(UNIT, LONGEST_CODE);
        cells.choice(SCOPE, PriceScope.class);
        cells.whole(PRIORITY, 0, PriceListCheck.LAST_PRIORITY);
        cells.whole(MINIMUM, 1, Long.MAX_VALUE);
        cells.instant(FROM);
        cells.until(UNTIL);
        cells.currency(CURRENCY);
        return cells.violations();
    }

    @Override
    public List<Violation> apply(List<ImportRow> rows, NamedKeys keys) {
        var codes = values(rows, SELLER, SCOPE_KEY);
        var names = ImportedNames.of(
                TenantScope.caller(), partners.reach(), partners.byCodes(codes), catalog.byCodes(values(rows, SKU)));
        return batches.apply(rows, names, keys);
    }

    private static Set<String> values(List<ImportRow> rows, String... columns) {
        return rows.stream()
                .flatMap(row -> Stream.of(columns).map(row::value))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}

package io.qudao.inventory.internal;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.Sku;
import io.qudao.imports.ImportColumn;
import io.qudao.imports.ImportRow;
import io.qudao.imports.ImportTarget;
import io.qudao.imports.NamedKeys;
import io.qudao.inventory.Demand;
import io.qudao.inventory.DocumentRef;
import io.qudao.inventory.MovementKind;
import io.qudao.inventory.Stock;
import io.qudao.inventory.Warehouse;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Violation;
import io.qudao.partner.PartnerId;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The opening stock of a partner. Each row is a movement without a natural key. */
@Component
class OpeningStockImport implements ImportTarget {
    private static final String WAREHOUSE = "warehouse_code";
    private static final String SKU = "sku_code";
    private static final String QUANTITY = "quantity";
    private static final String UNIT = "unit";

    /** In base units: however many rows a file has, their sum is still a 64-bit number. */
    private static final long MOST = 1_000_000_000_000L;

    private final Stock stock;
    private final Warehouses warehouses;
    private final Catalog catalog;

    OpeningStockImport(Stock stock, Warehouses warehouses, Catalog catalog) {
        this.stock = stock;
        this.warehouses = warehouses;
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public String permission() {
        return "stock.edit";
    }

    @Override
    public boolean countsEachTime() {
        return true;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.optional(WAREHOUSE, "warehouse", "仓库编码", "倉庫代碼"),
                ImportColumn.required(SKU, "sku", "商品编码", "商品代碼"),
                ImportColumn.required(QUANTITY, "数量", "數量"),
                ImportColumn.optional(UNIT, "单位", "單位"));
    }

    @Override
    public List<Violation> validate(ImportRow row) {
        var violations = new ArrayList<Violation>();
        if (row.value(SKU).isEmpty()) {
            violations.add(Violation.of(SKU, "required"));
        }
        if (row.value(QUANTITY).filter(text -> text.matches("\\d{1,12}")).isEmpty()) {
            violations.add(Violation.of(QUANTITY, "not_whole_number"));
        }
        return violations;
    }

    @Override
    public List<Violation> apply(List<ImportRow> rows, NamedKeys keys) {
        var violations = new ArrayList<Violation>();
        var owner = new PartnerId(TenantScope.caller().requirePartner());
        var serving = warehouses.serving(owner);
        var byCode = warehouses.mine().stream().collect(Collectors.toMap(Warehouse::code, warehouse -> warehouse));
        var skus = catalog.byCodes(
                rows.stream().flatMap(row -> row.value(SKU).stream()).collect(Collectors.toSet()));
        var goods = new HashMap<Warehouse, List<Demand>>();
        for (ImportRow row : rows) {
            var warehouse = row.code(WAREHOUSE)
                    .map(byCode::get)
                    .orElse(row.code(WAREHOUSE).isEmpty() ? serving : null);
            if (warehouse == null) {
                violations.add(Violation.of(
                                WAREHOUSE,
                                "warehouse_unknown",
                                row.code(WAREHOUSE).orElse(""))
                        .inRow(row.number()));
                continue;
            }
            demand(row, skus, violations)
                    .ifPresent(demand -> goods.computeIfAbsent(warehouse, key -> new ArrayList<>())
                            .add(demand));
        }
        goods.forEach((warehouse, demands) ->
                stock.receive(new DocumentRef("opening", Ids.next()), MovementKind.OPENING, warehouse.id(), demands));
        return violations;
    }

    private static Optional<Demand> demand(ImportRow row, Map<String, Sku> skus, List<Violation> violations) {
        var sku = skus.get(row.value(SKU).orElse(""));
        if (sku == null) {
            violations.add(
                    Violation.of(SKU, "unknown", row.value(SKU).orElse("")).inRow(row.number()));
            return Optional.empty();
        }
        String unit = row.value(UNIT).orElse(sku.baseUnit());
        long quantity = Long.parseLong(row.value(QUANTITY).orElse("0"));
        var known = sku.unit(unit);
        if (known.isEmpty()) {
            violations.add(Violation.of(UNIT, "unknown_unit", unit, sku.code()).inRow(row.number()));
            return Optional.empty();
        }
        var base = known.get().base(quantity);
        if (base.isEmpty()) {
            violations.add(Violation.of(QUANTITY, "not_whole", quantity, sku.baseUnit())
                    .inRow(row.number()));
            return Optional.empty();
        }
        if (base.getAsLong() > MOST) {
            violations.add(Violation.of(QUANTITY, "out_of_range", 0, MOST).inRow(row.number()));
            return Optional.empty();
        }
        return Optional.of(new Demand(sku.id(), base.getAsLong()));
    }
}

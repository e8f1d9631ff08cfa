package io.qudao.catalog.web;

import io.qudao.catalog.CatalogProblem;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Product;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.kernel.TextForm;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.record.HiddenFields.Kept;
import io.qudao.rest.FieldsBody;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A product as sent by a client; any attribute may be missing. */
record ProductRequest(
        @Nullable String code,
        @Nullable String name,
        @Nullable String brand,
        @Nullable UUID category,
        @Nullable List<SkuRequest> skus,
        @Nullable FieldsBody custom) {
    /**
     * Returns it with what the caller does not replace as it is now (DD099). SKUs are known by their codes; whoever does not
     * see these cannot name them.
     */
    ProductRequest over(Product now, Kept kept, Kept keptOfSkus) {
        var there = now.skus().stream().collect(Collectors.toMap(Sku::code, Function.identity()));
        return new ProductRequest(
                kept.of("code", now.code(), code),
                kept.of("name", now.name(), name),
                kept.of("brand", now.brand(), brand),
                kept.of("category", now.category().value(), category),
                skus == null
                        ? null
                        : skus.stream()
                                .map(sku -> sku.over(there.get(sku.stored()), keptOfSkus))
                                .toList(),
                custom);
    }

    ProductDraft draft() {
        var violations = new Violations();
        var draft = new ProductDraft(
                violations.text("code", code, Integer.MAX_VALUE),
                violations.text("name", name, Integer.MAX_VALUE),
                brand == null ? "" : brand,
                new CategoryId(violations.required("category", category, new UUID(0, 0))),
                skus(violations),
                own(custom));
        violations.failIfAny(CatalogProblem.PRODUCT_INVALID);
        return draft;
    }

    static Value.Fields own(@Nullable FieldsBody custom) {
        return custom == null ? Value.Fields.EMPTY : custom.values();
    }

    private List<SkuDraft> skus(Violations violations) {
        var given = violations.required("skus", skus, List.<SkuRequest>of());
        return violations.each("skus", given, (path, sku) -> sku.draft(path + ".", violations));
    }

    record SkuRequest(
            @Nullable String code,
            @Nullable String name,
            @Nullable String barcode,
            @Nullable String baseUnit,
            @Nullable List<UnitRequest> units,
            @Nullable String status,
            @Nullable FieldsBody custom) {
        /** Returns the code in the form in which it is stored. */
        String stored() {
            return code == null ? "" : TextForm.ofCode(code);
        }

        SkuRequest over(@Nullable Sku now, Kept kept) {
            return now == null
                    ? this
                    : new SkuRequest(
                            code,
                            kept.of("name", now.name(), name),
                            kept.of("barcode", now.barcode(), barcode),
                            kept.of("base_unit", now.baseUnit(), baseUnit),
                            kept.of("base_unit", UnitRequest.further(now), units),
                            kept.orGiven("status", now.status().name(), status),
                            custom);
        }

        SkuDraft draft(String path, Violations violations) {
            return new SkuDraft(
                    violations.text(path + "code", code, Integer.MAX_VALUE),
                    violations.text(path + "name", name, Integer.MAX_VALUE),
                    barcode,
                    violations.text(path + "baseUnit", baseUnit, Integer.MAX_VALUE),
                    units(path, violations),
                    status == null ? SkuStatus.ON_SHELF : violations.choice(path + "status", status, SkuStatus.class),
                    own(custom));
        }

        private List<Unit> units(String path, Violations violations) {
            return units == null
                    ? List.of()
                    : violations.each(path + "units", units, (at, unit) -> unit.unit(at + ".", violations));
        }
    }

    record UnitRequest(
            @Nullable String code,
            @Nullable Long numerator,
            @Nullable Long denominator) {
        static List<UnitRequest> further(Sku sku) {
            return sku.units().stream()
                    .filter(unit -> !unit.code().equals(sku.baseUnit()))
                    .map(unit -> new UnitRequest(unit.code(), unit.numerator(), unit.denominator()))
                    .toList();
        }

        Unit unit(String path, Violations violations) {
            return new Unit(
                    violations.text(path + "code", code, Integer.MAX_VALUE),
                    factor(path + "numerator", violations.required(path + "numerator", numerator, 1L), violations),
                    factor(path + "denominator", denominator == null ? 1L : denominator, violations));
        }

        private static long factor(String path, long value, Violations violations) {
            if (value <= 0) {
                violations.add(path, "not_positive");
                return 1;
            }
            return value;
        }
    }
}

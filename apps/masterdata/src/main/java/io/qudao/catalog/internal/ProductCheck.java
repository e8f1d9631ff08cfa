package io.qudao.catalog.internal;

import io.qudao.catalog.Products.CategoryDraft;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.Unit;
import io.qudao.kernel.TextForm;
import io.qudao.kernel.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks and normalises a drafted product or category. */
final class ProductCheck {
    private static final int CODE_LENGTH = 64;
    private static final int NAME_LENGTH = 200;
    private static final int UNIT_LENGTH = 32;
    private static final int SKUS = 200;
    private static final int UNITS = 16;
    private static final long LARGEST_FACTOR = 1_000_000_000;

    private ProductCheck() {}

    static CategoryDraft clean(CategoryDraft draft, Violations violations) {
        return new CategoryDraft(
                violations.codeName("code", draft.code(), CODE_LENGTH),
                violations.text("name", draft.name(), NAME_LENGTH),
                draft.parent(),
                draft.custom());
    }

    static ProductDraft clean(ProductDraft draft, Violations violations) {
        if (draft.skus().isEmpty()) {
            violations.add("skus", "required");
        }
        number(draft.skus().size(), violations);
        var skus = new ArrayList<SkuDraft>();
        var codes = new HashSet<String>();
        for (int at = 0; at < draft.skus().size(); at++) {
            String path = "skus[" + at + "].";
            var sku = sku(path, draft.skus().get(at), violations);
            if (!codes.add(sku.code())) {
                violations.add(path + "code", "duplicate", sku.code());
            }
            skus.add(sku);
        }
        return new ProductDraft(
                goods("code", draft.code(), violations),
                violations.text("name", draft.name(), NAME_LENGTH),
                violations.optionalText("brand", draft.brand(), NAME_LENGTH),
                draft.category(),
                skus,
                draft.custom());
    }

    /** Checks how many SKUs a product has. */
    static void number(long skus, Violations violations) {
        if (skus > SKUS) {
            violations.add("skus", "too_many", SKUS);
        }
    }

    static SkuDraft clean(SkuDraft draft, Violations violations) {
        return sku("", draft, violations);
    }

    private static SkuDraft sku(String path, SkuDraft draft, Violations violations) {
        String base = unit(path + "baseUnit", draft.baseUnit(), violations);
        if (draft.units().size() > UNITS) {
            violations.add(path + "units", "too_many", UNITS);
        }
        var units = new ArrayList<Unit>();
        var codes = new HashSet<>(Set.of(base));
        for (int at = 0; at < draft.units().size(); at++) {
            units.add(unit(path + "units[" + at + "]", draft.units().get(at), codes, violations));
        }
        return new SkuDraft(
                goods(path + "code", draft.code(), violations),
                violations.text(path + "name", draft.name(), NAME_LENGTH),
                barcode(path + "barcode", draft.barcode(), violations),
                base,
                units,
                draft.status(),
                draft.custom());
    }

    private static Unit unit(String path, Unit unit, Set<String> codes, Violations violations) {
        String code = unit(path + ".code", unit.code(), violations);
        if (!codes.add(code)) {
            violations.add(path + ".code", "duplicate", code);
        }
        if (unit.numerator() > LARGEST_FACTOR || unit.denominator() > LARGEST_FACTOR) {
            violations.add(path, "out_of_range", 1, LARGEST_FACTOR);
        }
        return new Unit(code, unit.numerator(), unit.denominator());
    }

    private static @Nullable String barcode(String path, @Nullable String barcode, Violations violations) {
        String text = violations.optionalCode(path, barcode, CODE_LENGTH);
        return text.isEmpty() ? null : text;
    }

    /** The code of a product or SKU, which is looked up by what people type; those of units and categories are words. */
    private static String goods(String path, @Nullable String value, Violations violations) {
        return word(path, violations.code(path, value, CODE_LENGTH), violations);
    }

    private static String unit(String path, @Nullable String value, Violations violations) {
        return word(path, violations.codeName(path, value, UNIT_LENGTH), violations);
    }

    private static String word(String path, String code, Violations violations) {
        if (TextForm.isPlain(code) && !TextForm.isWord(code)) {
            violations.add(path, "malformed");
        }
        return code;
    }
}

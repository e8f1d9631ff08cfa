package io.qudao.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Products.CategoryDraft;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductCheckUnitTests {
    @Test
    void leavesOutBlanksAroundTexts() {
        var violations = new Violations();
        var clean = ProductCheck.clean(product(" P-1 ", sku(" W-1 ", new Unit("box", 12, 1))), violations);
        assertThat(violations.list()).isEmpty();
        assertThat(clean.code()).isEqualTo("P-1");
        assertThat(clean.skus().getFirst().code()).isEqualTo("W-1");
    }

    @Test
    void demandsASku() {
        assertThat(refusals(product("P-1"))).containsExactly(Violation.of("skus", "required"));
    }

    @Test
    void refusesMoreSkusThanAProductMayHave() {
        var many = Collections.nCopies(201, sku("W-1")).toArray(SkuDraft[]::new);
        assertThat(refusals(product("P-1", many))).contains(Violation.of("skus", "too_many", 200));
    }

    @Test
    void namesTheSecondSkuOfACode() {
        assertThat(refusals(product("P-1", sku("W-1"), sku(" W-1"))))
                .containsExactly(Violation.of("skus[1].code", "duplicate", "W-1"));
    }

    @Test
    void refusesCodesWithBlanksInside() {
        assertThat(refusals(product("P 1", sku("W-1")))).containsExactly(Violation.of("code", "malformed"));
        assertThat(refusals(product("P-1", sku("W\u00001"))))
                .containsExactly(Violation.of("skus[0].code", "malformed"));
    }

    @Test
    void refusesAUnitThatTheSkuHasAlready() {
        assertThat(refusals(product("P-1", sku("W-1", new Unit("each", 2, 1)))))
                .containsExactly(Violation.of("skus[0].units[0].code", "duplicate", "each"));
    }

    @Test
    void refusesFactorsThatQuantitiesCannotHold() {
        assertThat(refusals(product("P-1", sku("W-1", new Unit("ship", 1_000_000_001, 1)))))
                .containsExactly(Violation.of("skus[0].units[0]", "out_of_range", 1, 1_000_000_000L));
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThat(refusals(product("", sku("", new Unit(" ", 1, 1)))))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("code", "skus[0].code", "skus[0].units[0].code");
    }

    @Test
    void allowsBlanksInCodesOfCategories() {
        var violations = new Violations();
        ProductCheck.clean(new CategoryDraft("Soft drinks", "Soft drinks", null), violations);
        assertThat(violations.list()).isEmpty();
    }

    @Test
    void takesBlanksThatLookAlikeForOne() {
        var violations = new Violations();
        var clean = ProductCheck.clean(new CategoryDraft("Soft\u00a0drinks\u00a0", "Soft drinks", null), violations);
        assertThat(clean.code()).isEqualTo("Soft drinks");
        var product =
                ProductCheck.clean(product("P-1\u00a0", sku("\u200bW-1", new Unit("box\ufeff", 12, 1))), violations);
        assertThat(product.code()).isEqualTo("P-1");
        assertThat(product.skus().getFirst().code()).isEqualTo("W-1");
        assertThat(product.skus().getFirst().units().getFirst().code()).isEqualTo("box");
        assertThat(violations.list()).isEmpty();
    }

    @Test
    void refusesCodesThatHideCharacters() {
        assertThat(refusals(product("P\u00ad1", sku("W\u200b1"))))
                .containsExactlyInAnyOrder(
                        Violation.of("code", "malformed"), Violation.of("skus[0].code", "malformed"));
    }

    private static List<Violation> refusals(ProductDraft draft) {
        var violations = new Violations();
        ProductCheck.clean(draft, violations);
        return violations.list();
    }

    private static ProductDraft product(String code, SkuDraft... skus) {
        return new ProductDraft(code, "Water", "Spring", new CategoryId(Ids.next()), List.of(skus));
    }

    private static SkuDraft sku(String code, Unit... units) {
        return new SkuDraft(code, "Water", null, "each", List.of(units), SkuStatus.ON_SHELF);
    }
}

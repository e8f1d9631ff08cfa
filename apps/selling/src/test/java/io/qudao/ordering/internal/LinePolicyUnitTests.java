package io.qudao.ordering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.CategoryId;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderDraft;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinePolicyUnitTests {
    private static final SkuId WATER = new SkuId(Ids.next());

    @Test
    void refusesGoodsThatAreNotThere() {
        assertThat(LinePolicy.GOODS_ARE_KNOWN.refusal(facts(1, "each", null)))
                .contains(Violation.of("lines[3].sku", "unknown", WATER.value()));
        assertThat(LinePolicy.GOODS_ARE_KNOWN.refusal(water(1, "each"))).isEmpty();
    }

    @Test
    void refusesGoodsOffTheShelf() {
        assertThat(LinePolicy.GOODS_ARE_ON_THE_SHELF.refusal(facts(1, "each", sku(SkuStatus.OFF_SHELF))))
                .contains(Violation.of("lines[3].sku", "off_shelf", WATER.value()));
        assertThat(LinePolicy.GOODS_ARE_ON_THE_SHELF.refusal(water(1, "each"))).isEmpty();
    }

    @Test
    void refusesQuantitiesOutOfRange() {
        for (long quantity : new long[] {-1, 0, 1_000_000_001}) {
            assertThat(LinePolicy.QUANTITY_IS_IN_RANGE.refusal(water(quantity, "each")))
                    .contains(Violation.of("lines[3].quantity", "range", 1, 1_000_000_000L));
        }
        assertThat(LinePolicy.QUANTITY_IS_IN_RANGE.refusal(water(1_000_000_000, "each")))
                .isEmpty();
    }

    @Test
    void refusesAUnitThatTheGoodsDoNotHave() {
        assertThat(LinePolicy.UNIT_IS_THE_GOODS_OWN.refusal(water(1, "barrel")))
                .contains(Violation.of("lines[3].unit", "unknown_unit", "barrel", "W"));
        assertThat(LinePolicy.UNIT_IS_THE_GOODS_OWN.refusal(water(1, "case"))).isEmpty();
    }

    @Test
    void refusesAPartOfABaseUnit() { // U1
        assertThat(LinePolicy.BASE_UNITS_ARE_WHOLE.refusal(water(1, "half")))
                .contains(Violation.of("lines[3].quantity", "not_whole", 1L, "each"));
        assertThat(LinePolicy.BASE_UNITS_ARE_WHOLE.refusal(water(2, "half"))).isEmpty();
    }

    @Test
    void refusesMoreBaseUnitsThanStockCanCount() {
        assertThat(LinePolicy.BASE_UNITS_ARE_IN_RANGE.refusal(water(1_000_000_000, "ship")))
                .contains(Violation.of("lines[3].quantity", "too_many_units", 1_000_000_000_000L, "each"));
        assertThat(LinePolicy.BASE_UNITS_ARE_IN_RANGE.refusal(water(100_000_000, "ship")))
                .isEmpty();
    }

    @Test
    void namesTheFirstThingThatIsWrong() {
        assertThat(LinePolicy.firstRefusal(facts(0, "barrel", sku(SkuStatus.OFF_SHELF))))
                .map(Violation::code)
                .isEqualTo(Optional.of("off_shelf"));
        assertThat(LinePolicy.firstRefusal(water(0, "barrel")))
                .map(Violation::code)
                .isEqualTo(Optional.of("range"));
        assertThat(LinePolicy.firstRefusal(water(3, "case"))).isEmpty();
        assertThat(water(3, "case").checked().base()).isEqualTo(36);
    }

    private static LinePolicy.Facts water(long quantity, String unit) {
        return facts(quantity, unit, sku(SkuStatus.ON_SHELF));
    }

    private static LinePolicy.Facts facts(long quantity, String unit, @Nullable Sku sku) {
        return new LinePolicy.Facts(3, new OrderDraft.Line(WATER, new Quantity(quantity, unit)), sku);
    }

    private static Sku sku(SkuStatus status) {
        var units = List.of(
                new Unit("each", 1, 1), new Unit("case", 12, 1), new Unit("half", 1, 2), new Unit("ship", 10_000, 1));
        return new Sku(
                WATER,
                new ProductId(Ids.next()),
                "W",
                "Water",
                null,
                new CategoryId(Ids.next()),
                "each",
                units,
                status,
                1);
    }
}

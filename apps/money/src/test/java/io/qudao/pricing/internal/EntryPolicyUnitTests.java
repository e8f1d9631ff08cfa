package io.qudao.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.CategoryId;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuId;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.Violation;
import io.qudao.pricing.PriceLists.EntryDraft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryPolicyUnitTests {
    private static final SkuId WATER = new SkuId(Ids.next());
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void refusesGoodsThatAreNotThere() {
        var facts = new EntryPolicy.Facts("e.", entry("each", 1, null, "1.00"), CurrencyCode.CNY, null);
        assertThat(EntryPolicy.refusals(facts)).containsExactly(Violation.of("e.sku", "unknown", WATER));
    }

    @Test
    void refusesAUnitThatTheGoodsDoNotHave() {
        assertThat(refusals(entry("barrel", 1, null, "1.00")))
                .containsExactly(Violation.of("e.unit", "unknown_unit", "barrel", "W"));
    }

    @Test
    void refusesAMinimumBelowOne() {
        assertThat(refusals(entry("each", 0, null, "1.00"))).containsExactly(Violation.of("e.minimum", "too_small", 1));
    }

    @Test
    void refusesAPeriodWithoutLength() {
        assertThat(refusals(entry("each", 1, NOON, "1.00")))
                .containsExactly(Violation.of("e.until", "not_after", "from"));
        assertThat(refusals(entry("each", 1, NOON.plusNanos(1_000), "1.00"))).isEmpty();
    }

    @Test
    void refusesAnotherCurrencyThanTheLists() {
        var facts = new EntryPolicy.Facts("e.", entry("each", 1, null, "1.00"), CurrencyCode.USD, water());
        assertThat(EntryPolicy.refusals(facts))
                .containsExactly(Violation.of("e.price", "wrong_currency", CurrencyCode.USD));
    }

    @Test
    void refusesPricesOutOfRange() {
        for (String price : List.of("-0.01", "1000000000000")) {
            assertThat(refusals(entry("each", 1, null, price)))
                    .containsExactly(Violation.of("e.price", "out_of_range", 0, "1000000000000"));
        }
        assertThat(refusals(entry("each", 1, null, "0.00"))).isEmpty();
    }

    @Test
    void refusesMoreThanSixDigitsAfterThePoint() {
        assertThat(refusals(entry("each", 1, null, "1.1234567")))
                .containsExactly(Violation.of("e.price", "too_many_digits", 6));
        assertThat(refusals(entry("each", 1, null, "1.123456"))).isEmpty();
    }

    @Test
    void namesAllThatIsWrong() {
        assertThat(refusals(entry("barrel", 0, NOON, "-1.1234567")))
                .extracting(Violation::field)
                .containsExactly("e.unit", "e.minimum", "e.until", "e.price", "e.price");
    }

    private static List<Violation> refusals(EntryDraft entry) {
        return EntryPolicy.refusals(new EntryPolicy.Facts("e.", entry, CurrencyCode.CNY, water()));
    }

    private static EntryDraft entry(String unit, long minimum, @Nullable Instant until, String price) {
        return new EntryDraft(WATER, unit, minimum, NOON, until, Money.of(price, CurrencyCode.CNY));
    }

    private static Sku water() {
        return new Sku(
                WATER,
                new ProductId(Ids.next()),
                "W",
                "Water",
                null,
                new CategoryId(Ids.next()),
                "each",
                List.of(new Unit("each", 1, 1)),
                SkuStatus.ON_SHELF,
                1);
    }
}

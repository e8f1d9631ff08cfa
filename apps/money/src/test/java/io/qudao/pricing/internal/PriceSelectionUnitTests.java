package io.qudao.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.pricing.LinePrice;
import io.qudao.pricing.PriceBreak;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceMode;
import io.qudao.pricing.PriceQuestion.Line;
import io.qudao.pricing.PriceScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceSelectionUnitTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<PriceScope> SCOPES = List.of(PriceScope.values());
    private static final SkuId SKU = new SkuId(new UUID(1, 1));

    @Test
    void takesEntryFromItsFirstInstantUntilBeforeItsEnd() { // P1
        var entry = entry(1, PriceScope.BASE, 10, 1, NOON, NOON.plusSeconds(1), "5.00");
        assertThat(price(entry, NOON.minusMillis(1))).isNull();
        assertThat(price(entry, NOON)).isEqualTo("5.00");
        assertThat(price(entry, NOON.plusMillis(999))).isEqualTo("5.00");
        assertThat(price(entry, NOON.plusSeconds(1))).isNull();
    }

    @Test
    void takesEntryFromItsMinimumOn() { // P1
        var entry = entry(1, PriceScope.BASE, 10, 10, LONG_AGO, null, "5.00");
        assertThat(choose(9, PriceMode.FIRST_MATCH, entry)).isEqualTo(new LinePrice.NoPrice(7, "below_minimum"));
        assertThat(chosen(10, PriceMode.FIRST_MATCH, entry)).isEqualTo(entry.entry());
    }

    @Test
    void prefersStrongerScopeThenPriorityThenBreakThenStartThenId() { // P2
        var contract = entry(9, PriceScope.CONTRACT, 50, 1, LONG_AGO, null, "9.00");
        var group = entry(8, PriceScope.GROUP, 40, 1, LONG_AGO, null, "8.00");
        var region = entry(7, PriceScope.REGION, 30, 1, LONG_AGO, null, "7.00");
        var first = entry(6, PriceScope.BASE, 1, 1, LONG_AGO, null, "6.00");
        var larger = entry(5, PriceScope.BASE, 2, 5, LONG_AGO, null, "5.00");
        var later = entry(4, PriceScope.BASE, 2, 1, NOON, null, "4.00");
        var lowId = entry(2, PriceScope.BASE, 2, 1, LONG_AGO, null, "3.00");
        var highId = entry(3, PriceScope.BASE, 2, 1, LONG_AGO, null, "2.00");
        var order = new ArrayList<>(List.of(contract, group, region, first, larger, later, lowId, highId));
        while (!order.isEmpty()) {
            var best = order.getFirst();
            var shuffled = new ArrayList<>(order);
            Collections.shuffle(shuffled, new Random(order.size()));
            assertThat(chosen(5, PriceMode.FIRST_MATCH, shuffled.toArray(Candidate[]::new)))
                    .isEqualTo(best.entry());
            order.removeFirst();
        }
    }

    @Test
    void answersTheSameWhateverTheOrderOfRows() { // P2
        var random = new Random(2026);
        for (int turn = 0; turn < 500; turn++) {
            var rows = generated(random, 2 + random.nextInt(9));
            var mode = random.nextBoolean() ? PriceMode.FIRST_MATCH : PriceMode.LOWEST;
            long quantity = random.nextLong(1, 13);
            var answer = PriceSelection.choose(new Line(7, SKU, "case", quantity), NOON, mode, rows);
            for (int permutation = 0; permutation < 20; permutation++) {
                Collections.shuffle(rows, random);
                assertThat(PriceSelection.choose(new Line(7, SKU, "case", quantity), NOON, mode, rows))
                        .isEqualTo(answer);
            }
        }
    }

    @Test
    void takesLowestWhereTheTenantChoseThat() { // P3
        var contract = entry(1, PriceScope.CONTRACT, 1, 1, LONG_AGO, null, "9.00");
        var base = entry(2, PriceScope.BASE, 9, 1, LONG_AGO, null, "5.000");
        var twin = entry(3, PriceScope.GROUP, 9, 1, LONG_AGO, null, "5.00");
        assertThat(chosen(1, PriceMode.FIRST_MATCH, contract, base, twin)).isEqualTo(contract.entry());
        assertThat(chosen(1, PriceMode.LOWEST, contract, base, twin)).isEqualTo(twin.entry());
    }

    @Test
    void hasNoPriceRatherThanZero() { // P4
        assertThat(choose(1, PriceMode.FIRST_MATCH)).isEqualTo(new LinePrice.NoPrice(7, "no_entry"));
        var ended = entry(1, PriceScope.BASE, 1, 1, LONG_AGO, NOON, "5.00");
        assertThat(choose(1, PriceMode.LOWEST, ended)).isEqualTo(new LinePrice.NoPrice(7, "no_entry"));
    }

    @Test
    void breaksWhereTheLinesOfAnOrderChangeTheirPrice() { // P6
        var random = new Random(2027);
        for (int turn = 0; turn < 200; turn++) {
            var rows = generated(random, 1 + random.nextInt(9));
            var mode = random.nextBoolean() ? PriceMode.FIRST_MATCH : PriceMode.LOWEST;
            var breaks = PriceSelection.breaks(new Line(7, SKU, "case", 1), NOON, mode, rows);
            for (long quantity = 1; quantity <= 15; quantity++) {
                var asked = new Line(7, SKU, "case", quantity);
                var price = PriceSelection.choose(asked, NOON, mode, rows) instanceof LinePrice.Priced priced
                        ? priced.unitPrice()
                        : null;
                assertThat(atQuantity(breaks, quantity))
                        .as("%d of %s", quantity, rows)
                        .isEqualTo(price);
            }
        }
    }

    @Test
    void hasABreakOnlyWhereThePriceChanges() {
        var one = entry(1, PriceScope.BASE, 1, 1, LONG_AGO, null, "57.00");
        var same = entry(2, PriceScope.BASE, 1, 10, LONG_AGO, null, "57.00");
        var many = entry(3, PriceScope.BASE, 1, 100, LONG_AGO, null, "53.00");
        var ended = entry(4, PriceScope.BASE, 1, 200, LONG_AGO, NOON, "50.00");
        assertThat(PriceSelection.breaks(
                        new Line(7, SKU, "case", 1), NOON, PriceMode.FIRST_MATCH, List.of(many, ended, one, same)))
                .containsExactly(
                        new PriceBreak(1, Money.of("57.00", CurrencyCode.CNY)),
                        new PriceBreak(100, Money.of("53.00", CurrencyCode.CNY)));
    }

    @Test
    void saysWhy() { // P5
        var contract = entry(1, PriceScope.CONTRACT, 1, 1, LONG_AGO, null, "9.00");
        var base = entry(2, PriceScope.BASE, 10, 1, LONG_AGO, null, "5.00");
        var priced = (LinePrice.Priced) choose(3, PriceMode.FIRST_MATCH, base, contract);
        assertThat(priced.trace())
                .containsExactly(
                        "FIRST_MATCH",
                        "CONTRACT L1, priority 1, from 1, since 2026-01-01T00:00:00Z: 9.00",
                        "BASE L2, priority 10, from 1, since 2026-01-01T00:00:00Z: 5.00");
        assertThat(priced.version()).isEqualTo(4);
        assertThat(priced.list()).isEqualTo(contract.list());
    }

    @Test
    void roundsTheLineHalfUpOnce() { // R1
        var entry = entry(1, PriceScope.BASE, 1, 1, LONG_AGO, null, "0.335");
        assertThat(((LinePrice.Priced) choose(3, PriceMode.FIRST_MATCH, entry)).net())
                .isEqualTo(Money.of("1.01", CurrencyCode.CNY));
        assertThat(((LinePrice.Priced) choose(1, PriceMode.FIRST_MATCH, entry)).net())
                .isEqualTo(Money.of("0.34", CurrencyCode.CNY));
    }

    private static @Nullable Money atQuantity(List<PriceBreak> breaks, long quantity) {
        Money price = null;
        for (var each : breaks) {
            price = each.from() <= quantity ? each.price() : price;
        }
        return price;
    }

    private static @Nullable String price(Candidate entry, Instant at) {
        var answer = PriceSelection.choose(new Line(7, SKU, "case", 1), at, PriceMode.FIRST_MATCH, List.of(entry));
        return answer instanceof LinePrice.Priced priced
                ? priced.unitPrice().amount().toPlainString()
                : null;
    }

    private static LinePrice choose(long quantity, PriceMode mode, Candidate... rows) {
        return PriceSelection.choose(new Line(7, SKU, "case", quantity), NOON, mode, List.of(rows));
    }

    private static PriceEntryId chosen(long quantity, PriceMode mode, Candidate... rows) {
        return ((LinePrice.Priced) choose(quantity, mode, rows)).entry();
    }

    private static List<Candidate> generated(Random random, int count) {
        var rows = new ArrayList<Candidate>();
        for (int id = 0; id < count; id++) {
            var from = NOON.plus(Duration.ofDays(random.nextInt(4) - 2L));
            rows.add(entry(
                    id,
                    SCOPES.get(random.nextInt(SCOPES.size())),
                    random.nextInt(2),
                    1 + random.nextLong(3) * 5,
                    from,
                    random.nextBoolean() ? null : from.plus(Duration.ofDays(1)),
                    (1 + random.nextInt(3)) + ".00"));
        }
        return rows;
    }

    private static Candidate entry(
            int id, PriceScope scope, int priority, long minimum, Instant from, @Nullable Instant until, String price) {
        return new Candidate(
                new PriceListId(new UUID(9, id)),
                "L" + id,
                scope,
                priority,
                new PriceEntryId(new UUID(0, id)),
                4,
                minimum,
                from,
                until,
                Money.of(price, CurrencyCode.CNY));
    }
}

package io.qudao.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.pricing.GoldenCases;
import io.qudao.pricing.GoldenCases.Buyer;
import io.qudao.pricing.GoldenCases.Case;
import io.qudao.pricing.GoldenCases.Expected;
import io.qudao.pricing.GoldenCases.Line;
import io.qudao.pricing.GoldenCases.Row;
import io.qudao.pricing.LinePrice;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an independent program worked out, against {@link PriceSelection}. */
class GoldenPriceUnitTests {
    private static final UUID ANY = new UUID(1, 1);

    @Test
    void choosesTheRowsOfTheGoldenCases() { // P1–P4, R1
        for (Case golden : GoldenCases.read()) {
            var refused = new TreeSet<Integer>();
            var prices = new ArrayList<Expected>();
            for (Line line : golden.lines()) {
                switch (choose(golden, line)) {
                    case LinePrice.NoPrice none -> refused.add(none.number());
                    case LinePrice.Priced priced ->
                        prices.add(new Expected(
                                priced.number(),
                                rowOf(golden, priced.entry()),
                                priced.unitPrice().amount().toPlainString(),
                                priced.net().amount().toPlainString()));
                }
            }
            assertThat(refused).as(golden.id()).isEqualTo(golden.refused());
            if (refused.isEmpty()) {
                assertThat(prices).as(golden.id()).isEqualTo(golden.expected());
            }
        }
    }

    private static LinePrice choose(Case golden, Line line) {
        var entries = golden.rows().stream()
                .filter(row -> row.sku().equals(line.sku()) && row.unit().equals(line.unit()))
                .filter(row -> isFor(golden.buyer(), row))
                .map(row -> candidate(golden.rows(), row))
                .toList();
        return PriceSelection.choose(
                new PriceQuestion.Line(line.number(), new SkuId(ANY), line.unit(), line.quantity()),
                golden.at(),
                golden.mode(),
                entries);
    }

    private static boolean isFor(Buyer buyer, Row row) {
        return switch (row.scope()) {
            case CONTRACT -> buyer.id().equals(row.key());
            case GROUP -> row.key() != null && row.key().equals(buyer.group());
            case REGION -> buyer.regions().contains(row.key());
            case BASE -> true;
        };
    }

    private static Candidate candidate(List<Row> rows, Row row) {
        return new Candidate(
                new PriceListId(ANY),
                "",
                row.scope(),
                row.priority(),
                id(rows, row),
                0,
                row.minimum(),
                row.from(),
                row.until(),
                Money.of(row.price(), CurrencyCode.CNY));
    }

    /** Ids in the order of the rows' own. */
    private static PriceEntryId id(List<Row> rows, Row row) {
        long place = rows.stream()
                .filter(other -> other.id().compareTo(row.id()) < 0)
                .count();
        return new PriceEntryId(new UUID(0, place));
    }

    private static String rowOf(Case golden, PriceEntryId entry) {
        return golden.rows().stream()
                .filter(row -> id(golden.rows(), row).equals(entry))
                .findFirst()
                .orElseThrow()
                .id();
    }
}

package io.qudao.pricing.internal;

import io.qudao.pricing.LinePrice;
import io.qudao.pricing.PriceBreak;
import io.qudao.pricing.PriceMode;
import io.qudao.pricing.PriceQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Chooses the price of a line: a pure function of the question and the candidates, whatever their order (P1–P4). */
final class PriceSelection {
    private static final int TRACED = 8;

    private PriceSelection() {}

    /** @param entries of lists assigned to the buyer, all for the line's SKU and unit */
    static LinePrice choose(PriceQuestion.Line line, Instant at, PriceMode mode, List<Candidate> entries) {
        var valid = entries.stream().filter(entry -> entry.isValidAt(at)).toList();
        var ordered = valid.stream()
                .filter(entry -> entry.minimum() <= line.quantity())
                .sorted(
                        switch (mode) {
                            case FIRST_MATCH -> Candidate.ORDER;
                            case LOWEST -> Candidate.LOWEST;
                        })
                .toList();
        if (ordered.isEmpty()) {
            return new LinePrice.NoPrice(line.number(), valid.isEmpty() ? "no_entry" : "below_minimum");
        }
        var chosen = ordered.getFirst();
        return new LinePrice.Priced(
                line.number(),
                chosen.list(),
                chosen.entry(),
                chosen.version(),
                chosen.price(),
                chosen.price().times(line.quantity()),
                trace(mode, ordered));
    }

    /** Returns the price at each quantity from which another entry applies; the price does not change in between. */
    static List<PriceBreak> breaks(PriceQuestion.Line line, Instant at, PriceMode mode, List<Candidate> entries) {
        var breaks = new ArrayList<PriceBreak>();
        var quantities =
                entries.stream().map(Candidate::minimum).sorted().distinct().toList();
        for (long quantity : quantities) {
            var asked = new PriceQuestion.Line(line.number(), line.sku(), line.unit(), quantity);
            if (choose(asked, at, mode, entries) instanceof LinePrice.Priced priced
                    && (breaks.isEmpty() || !breaks.getLast().price().equals(priced.unitPrice()))) {
                breaks.add(new PriceBreak(quantity, priced.unitPrice()));
            }
        }
        return breaks;
    }

    private static List<String> trace(PriceMode mode, List<Candidate> ordered) {
        return Stream.concat(
                        Stream.of(mode.name()), ordered.stream().limit(TRACED).map(Candidate::described))
                .toList();
    }
}

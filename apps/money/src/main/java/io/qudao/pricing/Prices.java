package io.qudao.pricing;

import java.util.List;

/**
 * The answer to a {@link PriceQuestion}.
 *
 * @param mode the tenant's, by which it was decided
 * @param lines one for each of the question, in its order
 */
public record Prices(PriceMode mode, List<LinePrice> lines) {
    public Prices {
        lines = List.copyOf(lines);
    }
}

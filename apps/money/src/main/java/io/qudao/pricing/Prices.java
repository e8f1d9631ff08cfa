package io.qudao.pricing;

import java.util.List;

/**
 * The answer to a {@link PriceQuestion}.
 *
 * @param mode the tenant's mode, which was applied
 * @param lines one for each line of the question, in its order
 */
public record Prices(PriceMode mode, List<LinePrice> lines) {
    public Prices {
        lines = List.copyOf(lines);
    }
}

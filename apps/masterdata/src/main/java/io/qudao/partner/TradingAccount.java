package io.qudao.partner;

import io.qudao.kernel.CurrencyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which one partner sells to another in one currency; credit and debt live here.
 *
 * @param priceGroup key of the seller's group price lists, or null
 * @param regions keys of the seller's region price lists, from the largest to the smallest
 * @param partnersActive whether both partners take part in new business
 */
public record TradingAccount(
        AccountId id,
        PartnerId seller,
        PartnerId buyer,
        CurrencyCode currency,
        @Nullable String priceGroup,
        List<String> regions,
        AccountStatus status,
        boolean partnersActive,
        long version) {
    public TradingAccount {
        regions = List.copyOf(regions);
    }

    /** Whether it takes new orders; open ones are finished in any case. */
    public boolean isActive() {
        return status == AccountStatus.ACTIVE && partnersActive;
    }
}

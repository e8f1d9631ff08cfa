package io.qudao.partner;

import io.qudao.kernel.CurrencyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which one partner sells to another in one currency. Credit and debt are kept per account.
 *
 * @param priceGroup key of the seller's price lists for a group, or null
 * @param regions keys of the seller's price lists for regions, from the largest region to the smallest
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

    /** Returns whether it accepts new orders; open ones are completed in any case. */
    public boolean isActive() {
        return status == AccountStatus.ACTIVE && partnersActive;
    }
}

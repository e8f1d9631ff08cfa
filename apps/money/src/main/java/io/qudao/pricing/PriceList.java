package io.qudao.pricing;

import io.qudao.kernel.CurrencyCode;
import io.qudao.partner.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * A seller's list of prices.
 *
 * @param code unique per seller
 * @param scopeKey see {@link PriceScope}; null for {@link PriceScope#BASE}
 * @param priority among lists of one scope; smaller values come first
 * @param version grows with each change of the list or its entries
 */
public record PriceList(
        PriceListId id,
        PartnerId seller,
        String code,
        String name,
        PriceScope scope,
        @Nullable String scopeKey,
        int priority,
        CurrencyCode currency,
        boolean active,
        long version) {}

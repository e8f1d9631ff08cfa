package io.qudao.cart;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.Permits;
import io.qudao.partner.AccountId;
import java.util.Map;

/**
 * The values the caller has entered for the tenant's own fields of an order that is still a cart, and of its lines,
 * stored with the cart.
 */
public interface CartFields {
    /** Returns the texts by field, as they were entered. */
    @Permits("order.create")
    Map<String, String> of(AccountId account);

    /** Stores these texts in place of all earlier ones. */
    @Permits("order.create")
    void put(AccountId account, Map<String, String> fields);

    /** Returns the texts by field of each line for which some were entered. */
    @Permits("order.create")
    Map<LineKey, Map<String, String>> ofLines(AccountId account);

    /** Stores these texts of a line in place of all earlier ones. They go with the line, and nothing is stored without. */
    @Permits("order.create")
    void put(AccountId account, LineKey line, Map<String, String> fields);

    /** Identifies a line of a cart. */
    record LineKey(SkuId sku, String unit) {}
}

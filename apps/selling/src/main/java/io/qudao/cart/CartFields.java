package io.qudao.cart;

import io.qudao.kernel.Permits;
import io.qudao.partner.AccountId;
import java.util.Map;

/**
 * The values the caller has entered for the tenant's own fields of an order that is still a cart, stored with the cart.
 */
public interface CartFields {
    /** Returns the texts by field, as they were entered. */
    @Permits("order.create")
    Map<String, String> of(AccountId account);

    /** Stores these texts in place of all earlier ones. */
    @Permits("order.create")
    void put(AccountId account, Map<String, String> fields);
}

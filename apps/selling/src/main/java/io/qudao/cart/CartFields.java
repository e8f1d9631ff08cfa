package io.qudao.cart;

import io.qudao.kernel.Permits;
import io.qudao.partner.AccountId;
import java.util.Map;

/** What the caller has filled in of the tenant's own fields for an order that is still a cart, kept with the cart. */
public interface CartFields {
    /** Texts by field, as they were put. */
    @Permits("order.create")
    Map<String, String> of(AccountId account);

    /** Keeps these, and forgets all others. */
    @Permits("order.create")
    void put(AccountId account, Map<String, String> fields);
}

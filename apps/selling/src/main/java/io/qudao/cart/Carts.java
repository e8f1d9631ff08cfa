package io.qudao.cart;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Quantity;
import io.qudao.partner.AccountId;
import java.util.Collection;

/** The caller's own carts, one for each account they buy on. */
public interface Carts {
    @Permits("order.create")
    Cart of(AccountId account);

    /** Sets how much of a SKU is in the cart in that unit; zero takes it out. */
    @Permits("order.create")
    Cart put(AccountId account, SkuId sku, Quantity quantity);

    /** Puts more of a SKU in. */
    @Permits("order.create")
    Cart add(AccountId account, Collection<Cart.Line> lines);

    /** Empties the cart, if it is still the one with this key. */
    @Permits("order.create")
    void clear(Cart ordered);

    /** Lines in the carts of these accounts. */
    @Permits("order.create")
    int lines(Collection<AccountId> accounts);
}

package io.qudao.cart;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Quantity;
import io.qudao.partner.AccountId;
import java.util.Collection;

/**
 * The caller's own carts, one for each account they buy on. An order placed with the key of a cart empties it in the
 * order's transaction.
 */
public interface Carts {
    /** Returns the caller's cart for an account, empty if nothing is in it. */
    @Permits("order.create")
    Cart of(AccountId account);

    /**
     * Sets the quantity of a SKU in that unit; zero removes it.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a quantity out
     *     of range
     */
    @Permits("order.create")
    Cart put(AccountId account, SkuId sku, Quantity quantity);

    /**
     * Adds quantities to those in the cart.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a quantity out
     *     of range
     */
    @Permits("order.create")
    Cart add(AccountId account, Collection<Cart.Line> lines);

    /** Returns the number of lines in the carts of these accounts. */
    @Permits("order.create")
    int lines(Collection<AccountId> accounts);
}

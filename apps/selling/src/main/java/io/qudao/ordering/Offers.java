package io.qudao.ordering;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.partner.AccountId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue as one buyer sees it: goods on the shelf with the buyer's own prices and availability. */
public interface Offers {
    /**
     * Lists goods of the account's seller in order of code.
     *
     * @param account an account whose buyer is the caller's partner, or whose seller is, on the buyer's behalf
     * @throws io.qudao.kernel.ProblemException {@link OrderingProblem#NOT_A_PARTY} or {@link
     *     OrderingProblem#NOT_TRADING}
     */
    @Permits("order.create")
    Slice<Offer> browse(AccountId account, Catalog.Filter filter, @Nullable String cursor, int limit);

    /**
     * Returns the offers for these SKUs; those that are not offered are left out.
     *
     * @throws io.qudao.kernel.ProblemException {@link OrderingProblem#NOT_A_PARTY} or {@link
     *     OrderingProblem#NOT_TRADING}
     */
    @Permits("order.create")
    List<Offer> of(AccountId account, Collection<SkuId> skus);
}

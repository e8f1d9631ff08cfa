package io.qudao.catalog;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's catalogue. What a caller has the id of was shown to them with an order, stock or a price; to look around
 * takes a right.
 */
public interface Catalog {
    /** Finds SKUs by id, whatever their status. */
    @AnyMember
    Map<SkuId, Sku> skus(Collection<SkuId> ids);

    /** Finds SKUs by code, whatever their status. */
    @ByModules
    Map<String, Sku> byCodes(Collection<String> codes);

    /** Finds ids of SKUs by code; the code of a SKU never changes. */
    @ByModules
    Map<String, SkuId> ids(Collection<String> codes);

    /**
     * Lists SKUs in order of code; those off the shelf only for callers with {@code catalog.read}.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     *     or limit
     */
    @Permits({"catalog.read", "catalog.edit", "order.create", "stock.read"})
    Slice<Sku> browse(Filter filter, @Nullable String cursor, int limit);

    /** Returns all categories in order of code. */
    @Permits({"catalog.read", "catalog.edit", "order.create"})
    List<Category> categories();

    /** Returns a product's picture; empty if it has none. */
    @Permits({"catalog.read", "catalog.edit", "order.create", "order.read"})
    Optional<Picture> picture(ProductId product);

    /**
     * Selects the SKUs to list.
     *
     * @param category this category and all below it
     * @param text part of a code or name, or a complete bar code
     * @param status null: both, for callers who may see both
     */
    record Filter(
            @Nullable CategoryId category,
            @Nullable String text,
            @Nullable SkuStatus status) {
        public static final Filter ALL = new Filter(null, null, null);
    }
}

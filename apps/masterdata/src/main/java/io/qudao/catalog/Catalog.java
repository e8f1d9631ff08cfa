package io.qudao.catalog;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tenant offers, as every member may see it. */
public interface Catalog {
    /** Those found, by id, whatever their status. */
    @AnyMember
    Map<SkuId, Sku> skus(Collection<SkuId> ids);

    /** Those found, by code, whatever their status. */
    @AnyMember
    Map<String, Sku> byCodes(Collection<String> codes);

    /** Ids of those found, by code: a code stays its SKU's for good. */
    @AnyMember
    Map<String, SkuId> ids(Collection<String> codes);

    /** SKUs in order of code; off the shelf only for callers with {@code catalog.read}. */
    @AnyMember
    Slice<Sku> browse(Filter filter, @Nullable String cursor, int limit);

    /** All categories, in order of code. */
    @AnyMember
    List<Category> categories();

    @AnyMember
    Optional<Picture> picture(ProductId product);

    /**
     * Which SKUs to list.
     *
     * @param category this one and all below it
     * @param text part of code or name, or a whole barcode
     * @param status null: both, for callers who may see both
     */
    record Filter(
            @Nullable CategoryId category,
            @Nullable String text,
            @Nullable SkuStatus status) {
        public static final Filter ALL = new Filter(null, null, null);
    }
}

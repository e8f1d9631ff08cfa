package io.qudao.pricing;

import io.qudao.catalog.SkuId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import io.qudao.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Price lists of the sellers in the caller's {@link io.qudao.partner.Partners#reach() reach}; lists of other sellers
 * are reported as not found. Every refusal is a {@link io.qudao.kernel.ProblemException} with all violations.
 */
public interface PriceLists {
    /** Returns a list of a seller in reach; empty if there is none. */
    @Permits({"price.read", "price.edit"})
    Optional<PriceList> find(PriceListId id);

    /**
     * Lists price lists in order of seller, then code.
     *
     * @param seller null: all in reach
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     *     or limit
     */
    @Permits({"price.read", "price.edit"})
    Slice<PriceList> list(@Nullable PartnerId seller, @Nullable String cursor, int limit);

    /**
     * Returns the visible entries of a list in order of SKU, unit, start and minimum.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND} for a list out of reach,
     *     or {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor or limit
     */
    @Permits({"price.read", "price.edit"})
    Slice<PriceEntry> entries(PriceListId list, @Nullable SkuId sku, @Nullable String cursor, int limit);

    /**
     * Adds a price list without entries.
     *
     * @throws io.qudao.kernel.ProblemException {@link PricingProblem#PRICE_LIST_INVALID} or {@link
     *     io.qudao.record.RecordProblem#INVALID} with all violations, or {@link PricingProblem#PRICE_LIST_CODE_TAKEN}
     */
    @Permits("price.edit")
    PriceList create(PartnerId seller, Draft draft);

    /**
     * Changes the head of a list.
     *
     * @param version version as read; if the list has a later one, the change is refused
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#STALE}, {@link PricingProblem#PRICE_LIST_INVALID} or {@link
     *     io.qudao.record.RecordProblem#INVALID} with all violations, or {@link PricingProblem#PRICE_LIST_CODE_TAKEN}
     */
    @Permits("price.edit")
    PriceList update(PriceListId id, long version, Draft draft);

    /**
     * Adds or changes entries, identified by SKU, unit, minimum and start. All become visible together (P9), and only
     * they are written (P8).
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#TOO_LARGE}, or {@link PricingProblem#ENTRIES_INVALID} with all violations
     */
    @Permits("price.edit")
    PriceList put(PriceListId id, List<EntryDraft> entries);

    /**
     * Removes entries together.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @Permits("price.edit")
    PriceList remove(PriceListId id, List<PriceEntryId> entries);

    /** @param custom values for the tenant's own fields; for a change, only the fields that get another value */
    record Draft(
            String code,
            String name,
            PriceScope scope,
            @Nullable String scopeKey,
            int priority,
            CurrencyCode currency,
            boolean active,
            Value.Fields custom) {
        /** Creates a draft without own fields. */
        public Draft(
                String code,
                String name,
                PriceScope scope,
                @Nullable String scopeKey,
                int priority,
                CurrencyCode currency,
                boolean active) {
            this(code, name, scope, scopeKey, priority, currency, active, Value.Fields.EMPTY);
        }
    }

    record EntryDraft(
            SkuId sku,
            String unit,
            long minimum,
            Instant from,
            @Nullable Instant until,
            Money price) {}
}

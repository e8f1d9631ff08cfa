package io.qudao.partner;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accounts by which partners sell to each other. A caller sees the accounts whose seller or buyer is in {@link
 * Partners#reach() reach}.
 */
public interface TradingAccounts {
    /** Returns an account that the caller sees; empty if there is none. */
    @ByModules
    Optional<TradingAccount> find(AccountId id);

    /** Finds accounts by id. */
    @ByModules
    Map<AccountId, TradingAccount> byIds(Collection<AccountId> ids);

    /** Returns the account on which a buyer buys from a seller in a currency; empty if there is none that the caller sees. */
    @ByModules
    Optional<TradingAccount> between(PartnerId seller, PartnerId buyer, CurrencyCode currency);

    /** Returns the accounts by which a partner buys. */
    @AnyMember
    List<TradingAccount> ofBuyer(PartnerId buyer);

    /**
     * Lists the accounts by which a partner sells, in order of id, also for those who only fill their orders.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     *     or limit
     */
    @Permits({"partner.read", "partner.edit", "order.approve", "order.ship"})
    Slice<TradingAccount> ofSeller(PartnerId seller, @Nullable String cursor, int limit);

    /**
     * Opens an account for a seller in the caller's reach.
     *
     * @throws io.qudao.kernel.ProblemException {@link PartnerProblem#ACCOUNT_INVALID} or {@link
     *     io.qudao.record.RecordProblem#INVALID} with all violations, or {@link PartnerProblem#ACCOUNT_EXISTS} for a
     *     second account with the same seller, buyer and currency
     */
    @Permits("partner.edit")
    TradingAccount open(NewAccount account);

    /**
     * Changes the terms.
     *
     * @param version version as read; if the account has a later one, the change is refused
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}, {@link
     *     io.qudao.kernel.CommonProblem#FORBIDDEN}, {@link io.qudao.kernel.CommonProblem#STALE}, or {@link
     *     PartnerProblem#ACCOUNT_INVALID} or {@link io.qudao.record.RecordProblem#INVALID} with all violations
     */
    @Permits("partner.edit")
    TradingAccount update(AccountId id, long version, Terms terms);

    record NewAccount(PartnerId seller, PartnerId buyer, CurrencyCode currency, Terms terms) {}

    /** @param custom values for the tenant's own fields; for a change, only the fields that get another value */
    record Terms(@Nullable String priceGroup, List<String> regions, AccountStatus status, Value.Fields custom) {
        public static final Terms NONE = new Terms(null, List.of(), AccountStatus.ACTIVE);

        /** Creates terms without own fields. */
        public Terms(@Nullable String priceGroup, List<String> regions, AccountStatus status) {
            this(priceGroup, regions, status, Value.Fields.EMPTY);
        }

        public Terms {
            regions = List.copyOf(regions);
        }
    }
}

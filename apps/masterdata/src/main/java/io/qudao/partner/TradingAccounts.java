package io.qudao.partner;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sells to whom. A caller sees the accounts of which seller or buyer is in {@link Partners#reach() reach}. */
public interface TradingAccounts {
    @AnyMember
    Optional<TradingAccount> find(AccountId id);

    /** Those found, by id. */
    @AnyMember
    Map<AccountId, TradingAccount> byIds(Collection<AccountId> ids);

    @AnyMember
    Optional<TradingAccount> between(PartnerId seller, PartnerId buyer, CurrencyCode currency);

    /** From whom a partner buys. */
    @AnyMember
    List<TradingAccount> ofBuyer(PartnerId buyer);

    /** To whom a partner sells, in order of id. */
    @AnyMember
    Slice<TradingAccount> ofSeller(PartnerId seller, @Nullable String cursor, int limit);

    /**
     * Opens an account of a seller in the caller's reach.
     *
     * @throws io.qudao.kernel.ProblemException with all violations; a second account of the same three is a conflict
     */
    @Permits("partner.edit")
    TradingAccount open(NewAccount account);

    /**
     * Changes the terms.
     *
     * @param version as read; a later one refuses the change
     */
    @Permits("partner.edit")
    TradingAccount update(AccountId id, long version, Terms terms);

    record NewAccount(PartnerId seller, PartnerId buyer, CurrencyCode currency, Terms terms) {}

    /** @param custom values for the tenant's own fields; those of a change that shall have another value */
    record Terms(@Nullable String priceGroup, List<String> regions, AccountStatus status, Value.Fields custom) {
        public static final Terms NONE = new Terms(null, List.of(), AccountStatus.ACTIVE);

        /** Without own fields. */
        public Terms(@Nullable String priceGroup, List<String> regions, AccountStatus status) {
            this(priceGroup, regions, status, Value.Fields.EMPTY);
        }

        public Terms {
            regions = List.copyOf(regions);
        }
    }
}

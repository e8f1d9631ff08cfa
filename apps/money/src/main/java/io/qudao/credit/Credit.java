package io.qudao.credit;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Money;
import io.qudao.kernel.Permits;
import io.qudao.partner.AccountId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exposure of trading accounts: C1 to C3. Every change is a pair of ledger entry and counter under the account's row lock. */
public interface Credit {
    /** Seen by both sides of the account only. */
    @AnyMember
    CreditStanding standing(AccountId account);

    /**
     * Of an account the caller's partner sells on.
     *
     *
     * @param limit null: not limited
     */
    @Permits("credit.edit")
    void limit(AccountId account, @Nullable Money limit);

    /** Takes an order's total into exposure when it fits the limit: check and write are one statement (C3). */
    @ByModules
    CreditDecision take(AccountId account, UUID order, Money total);

    /** Moves a part of an order from one bucket to another; exposure is unchanged (C2). */
    @ByModules
    void move(AccountId account, UUID order, Bucket from, Bucket to, Money amount);

    /** Gives an amount of an order back. */
    @ByModules
    void release(AccountId account, UUID order, Bucket from, Money amount);

    /** Sets limits of many accounts, as an import does. */
    @ByModules
    void limits(List<Limit> limits);

    /** Counters that are not the sums of their ledger, of the accounts the caller knows. */
    @Permits("credit.read")
    List<CreditDifference> differences();

    /**
     * @param limit null: not limited
     */
    record Limit(AccountId account, @Nullable Money limit) {}
}

package io.qudao.credit;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Money;
import io.qudao.kernel.Permits;
import io.qudao.partner.AccountId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The credit exposure of trading accounts (C1 to C3). Every change writes a ledger entry and updates the counter under
 * the account's row lock.
 */
public interface Credit {
    /**
     * Returns the account's exposure and limit; visible only to both sides of the account.
     *
     * @throws io.qudao.kernel.ProblemException {@link CreditProblem#ACCOUNT_UNKNOWN}
     */
    @Permits({"credit.read", "credit.edit"})
    CreditStanding standing(AccountId account);

    /**
     * Returns the same for a quote: who may place an order is told what credit it runs into.
     *
     * @throws io.qudao.kernel.ProblemException {@link CreditProblem#ACCOUNT_UNKNOWN}
     */
    @ByModules
    CreditStanding standingForQuote(AccountId account);

    /**
     * Sets the limit of an account on which the caller's partner sells.
     *
     *
     * @param limit null: unlimited
     * @throws io.qudao.kernel.ProblemException {@link CreditProblem#ACCOUNT_UNKNOWN}, or {@link
     *     CreditProblem#LIMIT_NEGATIVE} for a negative amount or another currency
     */
    @Permits("credit.edit")
    void limit(AccountId account, @Nullable Money limit);

    /** Adds an order's total to the exposure if it fits the limit; the check and the write are one statement (C3). */
    @ByModules
    CreditDecision take(AccountId account, UUID order, Money total);

    /** Moves a part of an order from one bucket to another; the exposure is unchanged (C2). */
    @ByModules
    void move(AccountId account, UUID order, Bucket from, Bucket to, Money amount);

    /** Releases an amount of an order. */
    @ByModules
    void release(AccountId account, UUID order, Bucket from, Money amount);

    /**
     * Sets the limits of many accounts, as an import does.
     *
     * @throws io.qudao.kernel.ProblemException {@link CreditProblem#ACCOUNT_UNKNOWN} for an account to be unlimited
     *     that the caller does not see
     */
    @ByModules
    void limits(List<Limit> limits);

    /** Returns counters that differ from the sum of their ledger, for the accounts visible to the caller. */
    @Permits("credit.read")
    List<CreditDifference> differences();

    /** @param limit null: unlimited */
    record Limit(AccountId account, @Nullable Money limit) {}
}

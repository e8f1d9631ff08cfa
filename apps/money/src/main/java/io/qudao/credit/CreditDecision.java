package io.qudao.credit;

import io.qudao.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Whether an amount fits the account's limit. */
public sealed interface CreditDecision {
    /**
     * It fits and has been added to the exposure.
     *
     *
     * @param exposure exposure including the amount
     *
     * @param limit null: the account is unlimited
     */
    record Within(Money exposure, @Nullable Money limit) implements CreditDecision {}

    /**
     * It does not fit; nothing was changed.
     *
     *
     * @param exposure exposure without the amount
     *
     * @param over how much the amount exceeds the limit
     */
    record Exceeded(Money exposure, Money limit, Money over) implements CreditDecision {}
}

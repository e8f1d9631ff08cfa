package io.qudao.credit;

import io.qudao.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Whether an amount fits the account's limit. */
public sealed interface CreditDecision {
    /**
     * It fits and is taken.
     *
     *
     * @param exposure after it
     *
     * @param limit null: the account is not limited
     */
    record Within(Money exposure, @Nullable Money limit) implements CreditDecision {}

    /**
     * It does not fit; nothing is taken.
     *
     *
     * @param exposure before it
     *
     * @param over by how much the limit would be passed
     */
    record Exceeded(Money exposure, Money limit, Money over) implements CreditDecision {}
}

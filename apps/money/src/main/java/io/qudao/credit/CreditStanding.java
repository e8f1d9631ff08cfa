package io.qudao.credit;

import io.qudao.kernel.Money;
import io.qudao.partner.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What an account owes and may still owe.
 *
 *
 * @param limit null: unlimited
 */
public record CreditStanding(
        AccountId account, Money exposure, @Nullable Money limit) {
    /** Returns what may still be ordered; null if unlimited. */
    public @Nullable Money free() {
        return limit == null ? null : limit.minus(exposure);
    }
}

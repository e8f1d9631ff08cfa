package io.qudao.credit;

import io.qudao.kernel.Money;
import io.qudao.partner.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What an account owes and may owe.
 *
 *
 * @param limit null: not limited
 */
public record CreditStanding(
        AccountId account, Money exposure, @Nullable Money limit) {
    /** What may still be ordered; null: not limited. */
    public @Nullable Money free() {
        return limit == null ? null : limit.minus(exposure);
    }
}

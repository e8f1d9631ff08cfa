package io.qudao.partner;

import io.qudao.kernel.Money;
import java.util.List;

/**
 * Credit limits in a file of accounts were imported in this transaction; accounts without a limit in the file are not
 * included.
 */
public record CreditLimitsImported(List<Limit> limits) {
    public CreditLimitsImported {
        limits = List.copyOf(limits);
    }

    public record Limit(AccountId account, Money limit) {}
}

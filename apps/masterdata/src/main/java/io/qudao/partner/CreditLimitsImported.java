package io.qudao.partner;

import io.qudao.kernel.Money;
import java.util.List;

/** A file of accounts named credit limits, in this transaction; accounts without one in the file are not listed. */
public record CreditLimitsImported(List<Limit> limits) {
    public CreditLimitsImported {
        limits = List.copyOf(limits);
    }

    public record Limit(AccountId account, Money limit) {}
}

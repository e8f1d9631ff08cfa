package io.qudao.credit;

import io.qudao.kernel.Money;
import io.qudao.partner.AccountId;

/** An exposure counter that differs from the sum of its ledger. This is an alarm that should never occur. */
public record CreditDifference(AccountId account, Money exposure, Money entries) {}

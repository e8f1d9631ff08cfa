package io.qudao.credit;

import io.qudao.kernel.Money;
import io.qudao.partner.AccountId;

/** A counter of exposure that is not the sum of its ledger: an alarm, never expected. */
public record CreditDifference(AccountId account, Money exposure, Money entries) {}

package io.qudao.ordering;

import io.qudao.kernel.Money;

/**
 * Why an order is on credit hold 信用冻结, as of its submission.
 *
 * @param exposure the buyer's exposure without this order
 * @param over how much the order exceeds the limit
 */
public record CreditHold(Money exposure, Money limit, Money over) {}

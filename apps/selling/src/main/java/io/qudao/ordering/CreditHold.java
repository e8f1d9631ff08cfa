package io.qudao.ordering;

import io.qudao.kernel.Money;

/**
 * Why credit holds an order 信用冻结, as it was when it was submitted.
 *
 * @param exposure what the buyer owed and was to owe, without this order
 * @param over by how much the order passes the limit
 */
public record CreditHold(Money exposure, Money limit, Money over) {}

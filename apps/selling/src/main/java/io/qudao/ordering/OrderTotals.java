package io.qudao.ordering;

import io.qudao.kernel.Money;

/**
 * What the lines of an order come to.
 *
 * @param lines how many
 * @param units base units in all
 */
public record OrderTotals(Money total, int lines, long units) {}

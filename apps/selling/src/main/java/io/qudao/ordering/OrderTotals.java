package io.qudao.ordering;

import io.qudao.kernel.Money;

/**
 * The totals of an order's lines.
 *
 * @param lines number of lines
 * @param units total base units
 */
public record OrderTotals(Money total, int lines, long units) {}

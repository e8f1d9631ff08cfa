package io.qudao.pricing;

import io.qudao.kernel.Money;

/**
 * A price break 阶梯价: the unit price that applies from a quantity up to the next break.
 *
 * @param from smallest quantity of a line it applies to, in the line's unit
 */
public record PriceBreak(long from, Money price) {}

package io.qudao.pricing;

import io.qudao.kernel.Money;

/**
 * A price break 阶梯价: the price of one unit that holds from a quantity on, up to the next break.
 *
 * @param from smallest quantity of a line, in the line's unit
 */
public record PriceBreak(long from, Money price) {}

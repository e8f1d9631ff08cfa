package io.qudao.ordering;

/** An order was closed short; the stock and credit of its remainder were released. */
public record OrderClosed(OrderId order) {}

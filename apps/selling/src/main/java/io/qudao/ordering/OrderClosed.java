package io.qudao.ordering;

/** What was left of an order was closed short; its stock and credit were given back. */
public record OrderClosed(OrderId order) {}

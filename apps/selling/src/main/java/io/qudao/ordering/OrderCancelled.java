package io.qudao.ordering;

/** An order was cancelled or rejected; its stock and credit were released. */
public record OrderCancelled(OrderId order, OrderStatus status) {}

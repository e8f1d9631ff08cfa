package io.qudao.ordering;

/** The seller approved an order, so it may be shipped. */
public record OrderApproved(OrderId order) {}

package io.qudao.ordering;

/** An order was submitted and waits for the seller's review. */
public record OrderSubmitted(OrderId order) {}

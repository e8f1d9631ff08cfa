package io.qudao.ordering;

import org.jspecify.annotations.Nullable;

/**
 * The references by which other systems identify an order.
 *
 * @param externalNumber unique per seller, or null
 */
public record OrderReferences(@Nullable String externalNumber) {
    public static final OrderReferences NONE = new OrderReferences(null);
}

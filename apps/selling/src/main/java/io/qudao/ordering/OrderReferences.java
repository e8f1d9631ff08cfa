package io.qudao.ordering;

import org.jspecify.annotations.Nullable;

/**
 * What other systems know an order by.
 *
 * @param externalNumber once per seller, or null
 */
public record OrderReferences(@Nullable String externalNumber) {
    public static final OrderReferences NONE = new OrderReferences(null);
}

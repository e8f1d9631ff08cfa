package io.qudao.ordering;

import io.qudao.kernel.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * The references by which other systems identify an order.
 *
 * @param externalNumber unique per seller, or null
 */
public record OrderReferences(@Nullable String externalNumber) {
    public static final OrderReferences NONE = new OrderReferences(null);

    /** A number is a code, however it was typed. */
    public OrderReferences {
        externalNumber = externalNumber == null ? null : TextForm.ofCode(externalNumber);
    }
}

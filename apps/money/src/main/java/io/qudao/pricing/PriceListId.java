package io.qudao.pricing;

import java.util.UUID;

/** Id of a {@link PriceList}. */
public record PriceListId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

package io.qudao.catalog;

import java.util.UUID;

/** Id of a {@link Sku}. */
public record SkuId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

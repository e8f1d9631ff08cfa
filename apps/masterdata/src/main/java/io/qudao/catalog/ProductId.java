package io.qudao.catalog;

import java.util.UUID;

/** Id of a {@link Product}. */
public record ProductId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

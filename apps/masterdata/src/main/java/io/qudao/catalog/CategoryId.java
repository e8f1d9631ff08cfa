package io.qudao.catalog;

import java.util.UUID;

/** Id of a {@link Category}. */
public record CategoryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

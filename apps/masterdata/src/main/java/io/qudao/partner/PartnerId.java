package io.qudao.partner;

import java.util.UUID;

/** Id of a {@link Partner}. */
public record PartnerId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

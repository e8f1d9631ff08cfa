package io.qudao.partner;

import java.util.UUID;

/** Id of a {@link TradingAccount}. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

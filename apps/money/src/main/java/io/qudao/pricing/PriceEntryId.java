package io.qudao.pricing;

import java.util.UUID;

/** Id of a {@link PriceEntry}. */
public record PriceEntryId(UUID value) implements Comparable<PriceEntryId> {
    /** Compares the texts of the ids, which is the last criterion of P2. */
    @Override
    public int compareTo(PriceEntryId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

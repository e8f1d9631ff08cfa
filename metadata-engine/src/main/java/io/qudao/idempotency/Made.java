package io.qudao.idempotency;

import java.util.List;
import java.util.UUID;

/**
 * What a request wrote.
 *
 * @param version the version of its only record when it was written; 0 if nobody asks for it
 */
public record Made(List<UUID> ids, long version) {
    public static final Made NOTHING = new Made(List.of(), 0);

    public Made {
        ids = List.copyOf(ids);
    }

    /** A single record. */
    public static Made of(UUID id) {
        return new Made(List.of(id), 0);
    }

    /** Returns the id of the only record. */
    public UUID id() {
        return ids.getFirst();
    }
}

package io.qudao.search.internal;

import io.qudao.kernel.Slice;
import io.qudao.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages to the index other than changes. Messages about one object are delivered in order. */
@Component
final class Messages {
    /** Topic of records to be read again. */
    static final String AGAIN = "search.reindex";
    /** Topic of objects whose records were all sent. */
    static final String BUILT = "search.built";

    private final Outbox outbox;
    private final JsonMapper json;

    Messages(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    void again(String object, Slice<UUID> ids) {
        if (!ids.items().isEmpty()) {
            outbox.append(AGAIN, object, json.writeValueAsString(new RecordIds(object, ids.items())));
        }
    }

    /** @param since when the pass over the records began */
    void built(String object, Instant since) {
        outbox.append(BUILT, object, json.writeValueAsString(new Built(object, since)));
    }

    /** The body of a message of {@link #AGAIN}. */
    record RecordIds(String object, List<UUID> ids) {}

    /** The body of a message of {@link #BUILT}. */
    record Built(String object, Instant since) {}
}

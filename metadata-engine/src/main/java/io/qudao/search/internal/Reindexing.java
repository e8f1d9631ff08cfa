package io.qudao.search.internal;

import io.qudao.kernel.Slice;
import io.qudao.outbox.Outbox;
import io.qudao.search.SearchSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends all records through the outbox again in batches; since changes take the same way, neither overtakes the other.
 */
@Component
final class Reindexing {
    static final String TOPIC = "search.reindex";

    private final Outbox outbox;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Reindexing(Outbox outbox, JsonMapper json, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.json = json;
        this.transaction = transaction;
    }

    /** Returns how many records will be indexed. */
    long of(SearchSource source) {
        long count = 0;
        @Nullable String cursor = null;
        do {
            var after = cursor;
            Slice<UUID> portion = transaction.execute(status -> send(source, after));
            count += portion.items().size();
            cursor = portion.next();
        } while (cursor != null);
        return count;
    }

    private Slice<UUID> send(SearchSource source, @Nullable String cursor) {
        var portion = source.ids(cursor);
        if (!portion.items().isEmpty()) {
            var body = new Portion(source.object(), portion.items());
            outbox.append(TOPIC, source.object(), json.writeValueAsString(body));
        }
        return portion;
    }

    /** The body of a message. */
    record Portion(String object, List<UUID> ids) {
        List<UUID> idsOf(String wanted) {
            return object.equals(wanted) ? ids : List.of();
        }
    }
}

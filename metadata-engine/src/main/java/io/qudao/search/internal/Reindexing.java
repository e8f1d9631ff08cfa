package io.qudao.search.internal;

import io.qudao.kernel.Slice;
import io.qudao.search.SearchSource;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends all records through the outbox again in batches; since changes take the same way, neither overtakes the other.
 */
@Component
final class Reindexing {
    private final Messages messages;
    private final TransactionTemplate transaction;

    Reindexing(Messages messages, TransactionTemplate transaction) {
        this.messages = messages;
        this.transaction = transaction;
    }

    /** Sends records regardless of who may read them; returns how many will be indexed. */
    long of(SearchSource source) {
        return TenantScope.call(Caller.platform(TenantScope.caller().tenant()), () -> sent(source));
    }

    private long sent(SearchSource source) {
        long count = 0;
        @Nullable String cursor = null;
        do {
            var after = cursor;
            Slice<UUID> page = transaction.execute(status -> send(source, after));
            count += page.items().size();
            cursor = page.next();
        } while (cursor != null);
        return count;
    }

    private Slice<UUID> send(SearchSource source, @Nullable String cursor) {
        var page = source.ids(cursor);
        messages.again(source.object(), page);
        return page;
    }
}

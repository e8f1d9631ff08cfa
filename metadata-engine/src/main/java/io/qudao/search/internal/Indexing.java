package io.qudao.search.internal;

import io.qudao.kernel.Slice;
import io.qudao.metadata.Metadata;
import io.qudao.search.SearchSource;
import io.qudao.search.internal.IndexingRows.Pass;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantCreated;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Updates the index when a release changes what is searchable. Records of an object that became searchable, or searchable by
 * other fields, are sent through the outbox in batches, and so are the documents of an object that is no longer searchable.
 * Since changes take the same way, neither overtakes the other.
 */
@Component
class Indexing {
    /** After this time every node writes under the new release. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final Metadata metadata;
    private final TenantSources sources;
    private final IndexingRows rows;
    private final Messages messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Indexing(
            Metadata metadata,
            TenantSources sources,
            IndexingRows rows,
            Messages messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.metadata = metadata;
        this.sources = sources;
        this.rows = rows;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new tenant has no records yet, so its index is complete. */
    @EventListener
    void on(TenantCreated created) {
        if (rows.advance(metadata.current().number())) {
            sources.all().values().forEach(source -> rows.begin(source.object(), signature(source), IndexState.READY));
        }
    }

    /** Does one step for a tenant; returns whether more work may be left. */
    boolean turn(Tenant tenant) {
        return TenantScope.call(
                Caller.platform(tenant), () -> metadata.within(metadata.current(), () -> compares() || sends()));
    }

    /** Returns a text that changes when the records of a source have to be indexed anew. */
    static String signature(SearchSource source) {
        return switch (source) {
            case RecordSource own -> own.texts().signature();
            case OwnTextsSource both -> both.texts().signature();
            default -> "";
        };
    }

    private boolean compares() {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean newer = rows.advance(metadata.current().number());
            if (newer) {
                compare();
            }
            return newer;
        }));
    }

    private void compare() {
        var indexed = rows.all();
        var wanted = sources.all();
        wanted.forEach((object, source) -> {
            var known = indexed.get(object);
            String signature = signature(source);
            if (known == null
                    || known.state() == IndexState.LEAVING
                    || !known.signature().equals(signature)) {
                rows.begin(object, signature, IndexState.BUILDING);
            }
        });
        var leaving = rows.documented();
        leaving.addAll(indexed.keySet());
        leaving.removeAll(wanted.keySet());
        leaving.stream()
                .filter(object ->
                        !indexed.containsKey(object) || indexed.get(object).state() != IndexState.LEAVING)
                .forEach(object -> rows.begin(object, "", IndexState.LEAVING));
    }

    private boolean sends() {
        var settled = clock.instant().minus(SETTLED);
        return Objects.requireNonNull(transaction.execute(status -> rows.take(settled)
                .filter(pass -> rows.isAlone(pass.since().plus(SETTLED)))
                .map(this::send)
                .orElse(false)));
    }

    private boolean send(Pass pass) {
        var source = sources.all().get(pass.object());
        Slice<UUID> page = pass.state() == IndexState.LEAVING || source == null
                ? rows.documents(pass.object(), pass.cursor())
                : source.ids(pass.cursor());
        messages.again(pass.object(), page);
        if (page.next() != null) {
            rows.goOn(pass.object(), pass.state(), page.next());
        } else if (pass.state() == IndexState.LEAVING) {
            rows.forget(pass.object());
        } else {
            rows.goOn(pass.object(), IndexState.SENT, null);
            messages.built(pass.object(), pass.since());
        }
        return true;
    }
}

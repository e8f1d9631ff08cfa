package io.qudao.search.internal;

import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.outbox.Outbox;
import io.qudao.record.RecordListener;
import io.qudao.record.RecordsChanged;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes outbox messages about changed records for the index, many records per message, in the transaction of their
 * change.
 */
@Component
final class ChangedRecords implements RecordListener {
    static final String TOPIC = "search.changed";

    /** Number of records read again together. */
    private static final int MOST = 200;

    private final TenantSources sources;
    private final Outbox outbox;
    private final JsonMapper json;

    ChangedRecords(TenantSources sources, Outbox outbox, JsonMapper json) {
        this.sources = sources;
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public Wish wish(ReleaseView release, ObjectType type) {
        return sources.isOf(release, type) ? Wish.IDS : Wish.NOTHING;
    }

    @Override
    public void changed(RecordsChanged change) {
        var ids = change.ids();
        for (int from = 0; from < ids.size(); from += MOST) {
            var some = ids.subList(from, Math.min(from + MOST, ids.size()));
            outbox.append(TOPIC, change.object(), json.writeValueAsString(new ChangedIds(change.object(), some)));
        }
    }

    /** The body of a message. */
    record ChangedIds(String object, List<UUID> ids) {}
}

package io.qudao.record.internal;

import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.record.RecordListener;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.RecordsChanged;
import io.qudao.record.RecordsChanged.Kind;
import io.qudao.record.Row;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.Finder;
import io.qudao.record.internal.row.RecordDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Empties look-ups to deleted records if the field says so, whoever may write it; listeners are told as of any change. */
@Component
class LookupClearing implements RecordListener {
    /** Records read and told together. */
    private static final int BATCH = 500;

    private final CallerObjects objects;
    private final Referrers referrers;
    private final Finder finder;
    private final RecordPreparation preparation;
    private final Store store;
    private final RecordEvents events;

    LookupClearing(
            CallerObjects objects,
            Referrers referrers,
            Finder finder,
            RecordPreparation preparation,
            Store store,
            RecordEvents events) {
        this.objects = objects;
        this.referrers = referrers;
        this.finder = finder;
        this.preparation = preparation;
        this.store = store;
        this.events = events;
    }

    @Override
    public Wish wish(ReleaseView release, ObjectType type) {
        return release.objects().stream()
                        .anyMatch(user -> !lookups(user, type.name()).isEmpty())
                ? Wish.IDS
                : Wish.NOTHING;
    }

    @Override
    public void changed(RecordsChanged change) {
        if (change.kind() == Kind.DELETED) {
            var gone = Set.copyOf(change.ids());
            for (ObjectType user :
                    objects.allRows(change.object(), Verb.DELETE).release().objects()) {
                var lookups = lookups(user, change.object());
                if (!lookups.isEmpty()) {
                    clear(objects.allRows(user.name(), Verb.UPDATE), lookups, gone);
                }
            }
        }
    }

    private void clear(CallerObject users, List<Field> lookups, Set<UUID> gone) {
        List<UUID> batch;
        do {
            batch = referrers.lock(users, lookups, gone, BATCH);
            var before = finder.all(users, batch);
            var after = new ArrayList<RecordDraft>();
            for (Row row : before.values()) {
                var emptied =
                        lookups.stream().filter(field -> isTo(row, field, gone)).toList();
                var draft = preparation.emptied(users, row, emptied);
                store.update(users, emptied, draft, row.version());
                after.add(draft);
            }
            events.changed(users, before, after);
        } while (batch.size() == BATCH);
    }

    private static boolean isTo(Row row, Field lookup, Set<UUID> gone) {
        return row.value(lookup.name()) instanceof Value.Ref(var id) && gone.contains(id);
    }

    private static List<Field> lookups(ObjectType user, String object) {
        return user.fields().stream()
                .filter(field -> field.clearedOnDelete() && object.equals(field.target()))
                .toList();
    }
}

package io.qudao.record.internal;

import io.qudao.kernel.Value;
import io.qudao.record.RecordsChanged;
import io.qudao.record.RecordsChanged.Change;
import io.qudao.record.RecordsChanged.Kind;
import io.qudao.record.Row;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.RecordDraft;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notifies listeners of changes of records, in as much detail as each of them wants. */
@Component
class RecordEvents {
    private final Listeners listeners;
    private final Clock clock;

    RecordEvents(Listeners listeners, Clock clock) {
        this.listeners = listeners;
        this.clock = clock;
    }

    void created(CallerObject target, List<RecordDraft> entries) {
        tell(target, Kind.CREATED, entries.stream().map(RecordEvents::after).toList());
    }

    void restored(CallerObject target, RecordDraft entry) {
        tell(target, Kind.RESTORED, List.of(after(entry)));
    }

    void changed(CallerObject target, Row before, RecordDraft after) {
        tell(target, Kind.CHANGED, List.of(change(before, after)));
    }

    void changed(CallerObject target, Map<UUID, Row> before, List<RecordDraft> after) {
        tell(
                target,
                Kind.CHANGED,
                after.stream()
                        .map(entry -> change(Objects.requireNonNull(before.get(entry.id())), entry))
                        .toList());
    }

    void deleted(CallerObject target, Collection<Row> rows) {
        tell(
                target,
                Kind.DELETED,
                rows.stream()
                        .map(row -> new Change(row.id(), row.version(), fields(row.values()), Value.Fields.EMPTY))
                        .toList());
    }

    /** Notifies listeners of an object for which none wants values. */
    void of(CallerObject target, Kind kind, Collection<UUID> ids) {
        tell(target, kind, ids.stream().map(RecordEvents::idOnly).toList());
    }

    private void tell(CallerObject target, Kind kind, List<Change> changes) {
        var audience = listeners.of(target.release(), target.type());
        if (changes.isEmpty() || audience.isEmpty()) {
            return;
        }
        var whole = kind == Kind.CHANGED && audience.wantsValues()
                ? changes.stream().filter(change -> !change.fields().isEmpty()).toList()
                : changes;
        if (audience.wantsValues() && !whole.isEmpty()) {
            var told = event(target, kind, whole);
            audience.ofValues().forEach(listener -> listener.changed(told));
        }
        if (!audience.ofIds().isEmpty()) {
            var told = event(
                    target,
                    kind,
                    changes.stream().map(change -> idOnly(change.id())).toList());
            audience.ofIds().forEach(listener -> listener.changed(told));
        }
    }

    private RecordsChanged event(CallerObject target, Kind kind, List<Change> changes) {
        return new RecordsChanged(
                target.object(),
                kind,
                changes,
                target.caller().member(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                target.release().number());
    }

    private static Change after(RecordDraft entry) {
        return new Change(entry.id(), entry.version(), Value.Fields.EMPTY, fields(entry.values()));
    }

    private static Change change(Row before, RecordDraft after) {
        return new Change(after.id(), after.version(), fields(before.values()), fields(after.values()));
    }

    private static Change idOnly(UUID id) {
        return new Change(id, 0, Value.Fields.EMPTY, Value.Fields.EMPTY);
    }

    private static Value.Fields fields(SequencedMap<String, Value> values) {
        return new Value.Fields(values);
    }
}

package io.qudao.record.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.RecordsChanged.Kind;
import io.qudao.record.Row;
import io.qudao.record.StandardRecords;
import io.qudao.record.internal.Attention.Look;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.Finder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows before and after a module writes them, as far as that is needed. */
@Component
class JdbcStandardRecords implements StandardRecords {
    private final Attention attention;
    private final CallerObjects objects;
    private final Finder finder;
    private final Completion completion;
    private final Store store;
    private final RecordEvents events;

    JdbcStandardRecords(
            Attention attention,
            CallerObjects objects,
            Finder finder,
            Completion completion,
            Store store,
            RecordEvents events) {
        this.attention = attention;
        this.objects = objects;
        this.finder = finder;
        this.completion = completion;
        this.store = store;
        this.events = events;
    }

    @Override
    public boolean isAsked(String object) {
        var look = attention.at(object);
        return look.readsNew() || !look.audience().isEmpty();
    }

    @Override
    public Value.Fields created(String object, Written record) {
        var look = attention.at(object);
        if (!look.readsNew() && record.own().values().isEmpty()) {
            tellIds(look, Kind.CREATED, List.of(record.id()));
            return Value.Fields.EMPTY;
        }
        var completed = create(object, List.of(record));
        ProblemException.failIfAny(RecordProblem.INVALID, completed.wrong());
        return completion.readable(object, completed.entries().getFirst());
    }

    @Override
    public List<Violation> createdAll(String object, Collection<Written> records) {
        var look = attention.at(object);
        if (records.isEmpty()) {
            return List.of();
        }
        if (!look.readsNew() && givesNothing(records)) {
            tellIds(look, Kind.CREATED, ids(records));
            return List.of();
        }
        return create(object, records).wrong();
    }

    @Override
    public <T> T changed(String object, Written record, Supplier<T> write) {
        var result = new Result<T>(write);
        ProblemException.failIfAny(RecordProblem.INVALID, changedAll(object, List.of(record), result));
        return result.get();
    }

    @Override
    public long changedTo(String object, Written record, LongSupplier write) {
        var result = new Result<Long>(write::getAsLong);
        var look = attention.at(object);
        if (!reads(look, List.of(record))) {
            writeUnread(look, List.of(record), result);
            return result.get();
        }
        var completed = change(object, List.of(record), result);
        ProblemException.failIfAny(RecordProblem.INVALID, completed.wrong());
        return completed.entries().getFirst().version();
    }

    @Override
    public List<Violation> changedAll(String object, Collection<Written> records, Runnable write) {
        var look = attention.at(object);
        if (records.isEmpty()) {
            write.run();
            return List.of();
        }
        if (!reads(look, records)) {
            writeUnread(look, records, write);
            return List.of();
        }
        return change(object, List.copyOf(records), write).wrong();
    }

    private static boolean reads(Look look, Collection<Written> records) {
        boolean completes = look.hasRequired() && records.stream().anyMatch(Written::complete);
        return look.readsChanged() || completes || !givesNothing(records);
    }

    private void writeUnread(Look look, Collection<Written> records, Runnable write) {
        var ids = ids(records);
        write.run();
        PatchedRow.changedUnread(look.type().name(), ids::contains);
        tellIds(look, Kind.CHANGED, ids);
    }

    @Override
    public void changedEach(String object, Supplier<? extends Collection<UUID>> ids, Runnable write) {
        var look = attention.at(object);
        if (!look.readsChanged() && look.audience().isEmpty()) {
            write.run();
            PatchedRow.changedUnread(object, id -> true);
            return;
        }
        var records = ids.get().stream().map(Written::of).toList();
        ProblemException.failIfAny(RecordProblem.INVALID, changedAll(object, records, write));
    }

    @Override
    public void deleted(String object, Collection<UUID> ids, Runnable write) {
        var look = attention.at(object);
        if (ids.isEmpty()) {
            write.run();
            return;
        }
        var target = objects.allRows(object, Verb.DELETE);
        Map<UUID, Row> before = look.audience().wantsValues() ? finder.all(target, ids) : Map.of();
        store.leave(target, ids);
        write.run();
        if (look.audience().wantsValues()) {
            events.deleted(target, before.values());
        } else {
            tellIds(look, Kind.DELETED, ids);
        }
    }

    private Completion.Completed create(String object, Collection<Written> records) {
        var target = objects.allRows(object, Verb.CREATE);
        var completed = completion.created(target, List.copyOf(records), finder.all(target, ids(records)));
        if (completed.wrong().isEmpty()) {
            events.created(target, completed.entries());
        }
        return completed;
    }

    private Completion.Completed change(String object, List<Written> records, Runnable write) {
        var target = objects.allRows(object, Verb.UPDATE);
        var ids = ids(records);
        var before = PatchedRow.only(object, ids).orElseGet(() -> finder.all(target, ids));
        write.run();
        var completed = completion.changed(target, records, before, finder.all(target, ids));
        if (completed.wrong().isEmpty()) {
            PatchedRow.changed(target, completed.entries());
            events.changed(target, before, completed.entries());
        }
        return completed;
    }

    private void tellIds(Look look, Kind kind, Collection<UUID> ids) {
        if (!look.audience().isEmpty()) {
            events.of(objects.allRows(look.type().name(), Verb.UPDATE), kind, ids);
        }
    }

    private static boolean givesNothing(Collection<Written> records) {
        return records.stream().allMatch(record -> record.own().values().isEmpty());
    }

    private static List<UUID> ids(Collection<Written> records) {
        return records.stream().map(Written::id).toList();
    }

    /** A write that returns something. */
    private static final class Result<T> implements Runnable {
        private final Supplier<T> write;
        private @Nullable T value;

        Result(Supplier<T> write) {
            this.write = write;
        }

        @Override
        public void run() {
            value = write.get();
        }

        @SuppressWarnings("NullAway") // what the write gives is passed on
        T get() {
            return value;
        }
    }
}

package io.qudao.record.internal.keyed;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.Value;
import io.qudao.record.KeyedRecords;
import io.qudao.record.RecordTypes;
import io.qudao.record.Records;
import io.qudao.record.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says for each kind of write what is compared under its key, and what a repeated request gets. */
@Component
class JdbcKeyedRecords implements KeyedRecords {
    private final Records records;
    private final RecordTypes types;
    private final IdempotencyKeys keys;

    JdbcKeyedRecords(Records records, RecordTypes types, IdempotencyKeys keys) {
        this.records = records;
        this.types = types;
        this.keys = keys;
    }

    @Override
    public Row create(@Nullable String key, String object, Value.Fields values) {
        return keys.once(
                request(key, "create", object, Fingerprint.untyped(values)),
                () -> records.create(object, values),
                JdbcKeyedRecords::made,
                before -> asItStands(object, before));
    }

    @Override
    public List<UUID> createAll(@Nullable String key, String object, List<Value.Fields> batch) {
        return keys.once(
                request(key, "batch", object, Fingerprint.untyped(new Value.Items(List.copyOf(batch)))),
                () -> records.createAll(object, batch),
                ids -> new Made(ids, 0),
                Made::ids);
    }

    @Override
    public Row patch(@Nullable String key, String object, UUID id, long version, Value.Fields changes) {
        var content = new Value.Items(List.of(Value.of(id), Fingerprint.untyped(changes), emptied(changes)));
        return keys.once(
                request(key, "patch", object, content),
                () -> records.patch(object, id, version, changes),
                JdbcKeyedRecords::made,
                before -> asItStands(object, before));
    }

    @Override
    public void delete(@Nullable String key, String object, UUID id, long version) {
        keys.once(request(key, "delete", object, Value.of(id)), () -> records.delete(object, id, version));
    }

    private Row asItStands(String object, Made before) {
        return types.visible(object)
                .flatMap(readable -> records.find(object, before.id()))
                .orElseGet(() -> new Row(object, before.id(), before.version(), "", new LinkedHashMap<>(), Map.of()));
    }

    private static Made made(Row row) {
        return new Made(List.of(row.id()), row.version());
    }

    private static KeyedRequest request(@Nullable String key, String verb, String object, Value what) {
        return new KeyedRequest("record", key, new Value.Items(List.of(Value.text(verb), Value.text(object), what)));
    }

    /** Fingerprints do not tell an emptied field from an absent one, so the emptied ones are named. */
    private static Value emptied(Value.Fields changes) {
        return new Value.Items(changes.values().entrySet().stream()
                .filter(change -> change.getValue().isNull())
                .map(Map.Entry::getKey)
                .sorted()
                .map(Value::text)
                .toList());
    }
}

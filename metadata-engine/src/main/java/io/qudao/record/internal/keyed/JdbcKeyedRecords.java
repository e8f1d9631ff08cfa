package io.qudao.record.internal.keyed;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.record.KeyedRecords;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordTypes;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.record.internal.keyed.RequestKeys.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims the key before it checks anything else of a request, in the transaction of the write. */
@Component
class JdbcKeyedRecords implements KeyedRecords {
    private final Records records;
    private final RecordTypes types;
    private final RequestKeys keys;
    private final TransactionTemplate transaction;

    JdbcKeyedRecords(Records records, RecordTypes types, RequestKeys keys, TransactionTemplate transaction) {
        this.records = records;
        this.types = types;
        this.keys = keys;
        this.transaction = transaction;
    }

    @Override
    public Row create(String key, String object, Value.Fields values) {
        return once(
                key,
                content("create", object, Fingerprint.untyped(values)),
                () -> kept(key, records.create(object, values)),
                written -> asItStands(object, written));
    }

    @Override
    public List<UUID> createAll(String key, String object, List<Value.Fields> batch) {
        return once(
                key,
                content("batch", object, Fingerprint.untyped(new Value.Items(List.copyOf(batch)))),
                () -> {
                    var ids = records.createAll(object, batch);
                    keys.keep(key, ids, 0);
                    return ids;
                },
                Written::ids);
    }

    @Override
    public Row patch(String key, String object, UUID id, long version, Value.Fields changes) {
        return once(
                key,
                content(
                        "patch",
                        object,
                        new Value.Items(List.of(Value.of(id), Fingerprint.untyped(changes), emptied(changes)))),
                () -> kept(key, records.patch(object, id, version, changes)),
                written -> asItStands(object, written));
    }

    @Override
    public void delete(String key, String object, UUID id, long version) {
        once(
                key,
                content("delete", object, Value.of(id)),
                () -> {
                    records.delete(object, id, version);
                    keys.keep(key, List.of(id), version);
                    return id;
                },
                written -> id);
    }

    private <T> T once(String key, Value content, Supplier<T> first, Function<Written, T> again) {
        var violations = new Violations();
        violations.text("Idempotency-Key", key, LONGEST_KEY);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return transaction.execute(status -> {
            var written = keys.claim(key, Fingerprint.of(content));
            if (written.isEmpty()) {
                return first.get();
            }
            if (!written.get().sameContent()) {
                throw new ProblemException(
                        RecordProblem.KEY_REUSED, List.of(Violation.of("Idempotency-Key", "key_reused")), key);
            }
            return again.apply(written.get());
        });
    }

    private Row kept(String key, Row row) {
        keys.keep(key, List.of(row.id()), row.version());
        return row;
    }

    private Row asItStands(String object, Written written) {
        var id = written.ids().getFirst();
        return types.visible(object)
                .flatMap(readable -> records.find(object, id))
                .orElseGet(() -> new Row(object, id, written.version(), "", new LinkedHashMap<>(), Map.of()));
    }

    private static Value content(String verb, String object, Value what) {
        return new Value.Items(List.of(Value.text(verb), Value.text(object), what));
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

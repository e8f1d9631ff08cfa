package io.qudao.record.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.record.Page;
import io.qudao.record.Query;
import io.qudao.record.RecordProblem;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.record.internal.list.Lists;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.Finder;
import io.qudao.record.internal.row.Lookups;
import io.qudao.record.internal.row.RowReader;
import io.qudao.record.internal.row.UniqueValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records by SQL: first checks what each verb requires, then delegates the work. */
@Component
class JdbcRecords implements Records {
    private final CallerObjects objects;
    private final Finder finder;
    private final Lists lists;
    private final Lookups lookups;
    private final Writes writes;

    JdbcRecords(CallerObjects objects, Finder finder, Lists lists, Lookups lookups, Writes writes) {
        this.objects = objects;
        this.finder = finder;
        this.lists = lists;
        this.lookups = lookups;
        this.writes = writes;
    }

    @Override
    public Row create(String object, Value.Fields values) {
        var target = objects.of(object, Verb.CREATE);
        return Finder.hide(target, writes.create(target, values));
    }

    @Override
    public List<UUID> createAll(String object, List<Value.Fields> records) {
        var target = objects.of(object, Verb.CREATE);
        if (records.size() > MOST_IN_BATCH) {
            throw new ProblemException(RecordProblem.BATCH_TOO_LARGE, MOST_IN_BATCH);
        }
        return writes.createAll(target, records);
    }

    @Override
    public Row read(String object, UUID id) {
        return find(object, id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    @Override
    public Optional<Row> find(String object, UUID id) {
        return finder.visible(objects.of(object, Verb.READ), id);
    }

    @Override
    public List<Row> find(String object, Collection<UUID> ids) {
        return finder.visible(objects.of(object, Verb.READ), ids);
    }

    @Override
    public List<Row> withSame(String object, String field, Collection<String> texts) {
        var target = objects.of(object, Verb.READ);
        return target.visible()
                .field(field)
                .filter(UniqueValues::isKeyedText)
                .map(unique -> finder.visible(target, UniqueValues.same(target, unique, texts)))
                .orElse(List.of());
    }

    @Override
    public Row patch(String object, UUID id, long version, Value.Fields changes) {
        var target = objects.of(object, Verb.UPDATE);
        return Finder.hide(target, writes.patch(target, id, version, changes));
    }

    @Override
    public void delete(String object, UUID id, long version) {
        writes.delete(objects.of(object, Verb.DELETE), id, version);
    }

    @Override
    public Row restore(String object, UUID id) {
        var target = objects.of(object, Verb.DELETE);
        return Finder.hide(target, writes.restore(target, id));
    }

    @Override
    public Page list(Query query) {
        var target = objects.of(query.object(), Verb.READ);
        var list = lists.plan(target, query);
        var projection = list.plan().projection();
        var rows = new ArrayList<Row>();
        String next = lists.page(list, query, row -> rows.add(RowReader.read(row, query.object(), projection)));
        var count = lists.count(list, query.count());
        if (!query.labels() || !projection.hasLookups()) {
            return new Page(rows, next, count);
        }
        var labels = lookups.labels(projection.fields(), rows);
        return new Page(rows.stream().map(row -> labelled(row, labels)).toList(), next, count);
    }

    @Override
    public Map<UUID, String> labels(String object, Collection<UUID> ids) {
        return lookups.labels(object, ids);
    }

    private static Row labelled(Row row, Map<UUID, String> labels) {
        return new Row(row.object(), row.id(), row.version(), row.name(), row.values(), labels);
    }
}

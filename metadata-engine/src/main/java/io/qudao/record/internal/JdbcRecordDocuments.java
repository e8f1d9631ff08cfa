package io.qudao.record.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.record.Query;
import io.qudao.record.RecordDocuments;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.Row;
import io.qudao.record.internal.list.JsonRows;
import io.qudao.record.internal.list.Lists;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.Finder;
import io.qudao.record.internal.row.Json;
import io.qudao.record.internal.row.Lookups;
import io.qudao.record.internal.row.Projection;
import io.qudao.record.internal.row.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Writes rows as JSON while they are read. */
@Component
class JdbcRecordDocuments implements RecordDocuments {
    private static final int RECORD_SIZE = 1_024;

    private final CallerObjects objects;
    private final Finder finder;
    private final Lists lists;
    private final Lookups lookups;

    JdbcRecordDocuments(CallerObjects objects, Finder finder, Lists lists, Lookups lookups) {
        this.objects = objects;
        this.finder = finder;
        this.lists = lists;
        this.lookups = lookups;
    }

    @Override
    public Document read(String object, UUID id, List<String> fields) {
        var target = objects.of(object, Verb.READ);
        return (fields.isEmpty() ? read(target, id) : read(target, id, fields))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    private Optional<Document> read(CallerObject target, UUID id) {
        var projection = target.visible().everything();
        return finder.read(target, projection, id, row -> document(row, id, projection));
    }

    private Optional<Document> read(CallerObject target, UUID id, List<String> fields) {
        var list = lists.plan(target, Query.of(target.object()).only(fields));
        return lists.one(list, id, row -> document(row, id, list.plan().projection()));
    }

    @Override
    public byte[] list(Query query) {
        var target = objects.of(query.object(), Verb.READ);
        var list = lists.plan(target, query);
        var projection = list.plan().projection();
        return Json.write(RECORD_SIZE * Math.min(query.limit(), Query.MOST), json -> {
            var rows = new JsonRows(projection);
            var references = new HashMap<String, Set<UUID>>();
            json.writeStartObject();
            json.writeName("items");
            json.writeStartArray();
            String next = lists.page(list, query, row -> {
                rows.write(row, json);
                if (query.labels()) {
                    collect(row, projection, references);
                }
            });
            json.writeEndArray();
            json.writeStringProperty("next", next);
            var count = lists.count(list, query.count());
            if (count != null) {
                json.writeNumberProperty("count", count);
            }
            if (query.labels()) {
                writeLabels(references, json);
            }
            json.writeEndObject();
        });
    }

    @Override
    public Document of(Row row) {
        return new Document(row.id(), row.version(), Json.write(RECORD_SIZE, json -> JsonRows.write(row, json)));
    }

    private static Document document(ResultSet row, UUID id, Projection projection) throws SQLException {
        var rows = new JsonRows(projection);
        long version = row.getLong(Projection.VERSION);
        byte[] json = Json.<SQLException>write(RECORD_SIZE, writer -> rows.write(row, writer));
        return new Document(id, version, json);
    }

    private static void collect(ResultSet row, Projection projection, Map<String, Set<UUID>> references)
            throws SQLException {
        var values = RowReader.read(row, "", projection).values();
        for (Field field : projection.fields()) {
            String object = field.target();
            if (object != null && values.get(field.name()) instanceof Value.Ref(var id)) {
                references.computeIfAbsent(object, unknown -> new HashSet<>()).add(id);
            }
        }
    }

    private void writeLabels(Map<String, Set<UUID>> references, JsonGenerator json) {
        json.writeName("labels");
        json.writeStartObject();
        references.forEach((object, ids) ->
                lookups.labels(object, ids).forEach((id, label) -> json.writeStringProperty(id.toString(), label)));
        json.writeEndObject();
    }
}

package io.qudao.record.internal.row;

import io.qudao.expression.Column;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.record.RecordRights.Verb;
import io.qudao.record.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the records that other records refer to: whether they exist for the caller, and their display names. */
@Component
public class Lookups {
    private static final int FARTHEST = 3;

    private final CallerObjects objects;
    private final Statements statements;

    Lookups(CallerObjects objects, Statements statements) {
        this.objects = objects;
        this.statements = statements;
    }

    /** Returns the names of the records that exist and that the caller may read; empty where the name is hidden. */
    public Map<UUID, String> labels(String object, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : objects.find(object, Verb.READ)
                        .map(target -> labels(target, ids, FARTHEST))
                        .orElse(Map.of());
    }

    /** Returns the names of all records that the values of these fields refer to. */
    public Map<UUID, String> labels(List<Field> fields, Collection<Row> rows) {
        var labels = new HashMap<UUID, String>();
        references(fields, rows.stream().map(Row::values).toList())
                .forEach((object, ids) -> labels.putAll(labels(object, ids)));
        return labels;
    }

    /** Returns the ids, by object, that the values of these fields refer to. */
    public static Map<String, Set<UUID>> references(
            List<Field> fields, Collection<? extends Map<String, Value>> records) {
        var ids = new LinkedHashMap<String, Set<UUID>>();
        for (Field field : fields) {
            String object = field.target();
            if (object == null) {
                continue;
            }
            for (Map<String, Value> values : records) {
                if (values.get(field.name()) instanceof Value.Ref(var id)) {
                    ids.computeIfAbsent(object, unknown -> new HashSet<>()).add(id);
                }
            }
        }
        return ids;
    }

    /**
     * Returns those of the records that exist for the caller. Until the transaction ends nobody deletes them, but
     * anybody may change them.
     */
    public Set<UUID> hold(String object, Set<UUID> ids) {
        return objects.find(object, Verb.READ)
                .map(target -> {
                    var sql = SqlBuilder.of("select r.id")
                            .add(target.from(false))
                            .add(" and r.id = any(?)", (Object) ids.toArray(UUID[]::new))
                            .add(" order by r.id for key share of r");
                    return statements.<Set<UUID>>lookUp(sql, rows -> {
                        var found = new HashSet<UUID>();
                        while (rows.next()) {
                            found.add(rows.getObject(1, UUID.class));
                        }
                        return found;
                    });
                })
                .orElse(Set.of());
    }

    /** @param left number of records by which a name may still be looked up; an object may be named by itself */
    private Map<UUID, String> labels(CallerObject target, Collection<UUID> ids, int left) {
        var name = target.visible().nameField();
        if (name != null && name.target() != null) {
            return left == 0 ? Map.of() : labelsOf(name, target, ids, left);
        }
        var sql = SqlBuilder.of("select r.id, "
                        + (name == null ? "''" : target.visible().text(name)))
                .add(target.from(false))
                .add(" and r.id = any(?)", (Object) ids.toArray(UUID[]::new));
        return statements.lookUp(sql, rows -> {
            var labels = new HashMap<UUID, String>();
            while (rows.next()) {
                String label = rows.getString(2);
                labels.put(rows.getObject(1, UUID.class), label == null ? "" : label);
            }
            return labels;
        });
    }

    /** Names records through another record, such as a stock level by its SKU. */
    private Map<UUID, String> labelsOf(Field name, CallerObject target, Collection<UUID> ids, int left) {
        var named = target.visible().reached(name.name()).orElseThrow();
        String column = ((Column.Plain) named.shown()).sql();
        var sql = SqlBuilder.of("select r.id, " + column)
                .add(target.from(false))
                .add(" and r.id = any(?)", (Object) ids.toArray(UUID[]::new));
        var records = statements.lookUp(sql, rows -> {
            var references = new HashMap<UUID, UUID>();
            while (rows.next()) {
                var reference = rows.getObject(2, UUID.class);
                if (reference != null) {
                    references.put(rows.getObject(1, UUID.class), reference);
                }
            }
            return references;
        });
        var labels = objects.find(String.valueOf(name.target()), Verb.READ)
                .map(next -> labels(next, Set.copyOf(records.values()), left - 1))
                .orElse(Map.of());
        var result = new HashMap<UUID, String>();
        records.forEach((id, reference) -> result.put(id, labels.getOrDefault(reference, "")));
        return result;
    }
}

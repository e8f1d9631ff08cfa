package io.qudao.imports.internal.record;

import io.qudao.kernel.TextForm;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Placement;
import io.qudao.record.Query;
import io.qudao.record.RecordTypes;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.record.Records;
import io.qudao.record.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds records by what people call them: by a unique text, such as a code, or by the name. */
final class RecordNames {
    /** So many texts fit into one filter. */
    private static final int AT_ONCE = 40;

    private final RecordTypes types;
    private final Records records;

    RecordNames(RecordTypes types, Records records) {
        this.types = types;
        this.records = records;
    }

    /** Returns the fields that identify a record, the surest first: its unique texts, then its name. */
    static List<Field> keys(VisibleType type) {
        var texts = type.fields().stream()
                .filter(field -> field.type() == DataType.TEXT)
                .toList();
        var name =
                texts.stream().filter(field -> field.name().equals(type.type().nameField()));
        return Stream.concat(texts.stream().filter(Field::unique), name)
                .distinct()
                .toList();
    }

    /**
     * Returns the records of an object that each text may mean; none for an object the caller may not read. A record
     * that has the text in a surer field hides those that have it in another.
     */
    Map<String, List<Row>> find(String object, Collection<String> texts) {
        var found = new HashMap<String, List<Row>>();
        types.visible(object).ifPresent(type -> {
            var left = new LinkedHashSet<>(texts);
            for (var key : keys(type)) {
                found.putAll(find(Query.of(object).only(List.of(key.name())), key, left));
                left.removeAll(found.keySet());
            }
        });
        return found;
    }

    /**
     * Returns the records that each text means in a field: those with the very text, or else those with one that counts
     * as the same there.
     */
    Map<String, List<Row>> find(Query query, Field key, Collection<String> texts) {
        var forms = new HashSet<>(texts);
        texts.forEach(text -> forms.add(form(key, text)));
        var exact = exact(query, key, isOwnKey(key) ? texts : forms);
        var found = new HashMap<String, List<Row>>();
        var left = new ArrayList<String>();
        for (String text : texts) {
            var rows = exact.getOrDefault(text, exact.getOrDefault(form(key, text), List.of()));
            if (!rows.isEmpty()) {
                found.put(text, rows);
            } else if (isOwnKey(key)) {
                left.add(text);
            }
        }
        found.putAll(same(query.object(), key, left));
        return found;
    }

    /** Returns a text that is the same for all texts that mean the same record by this field. */
    static String form(Field key, String text) {
        if (isOwnKey(key)) {
            return String.valueOf(key.type().key(Value.text(text)));
        }
        return key.unique() ? TextForm.ofCode(text) : text;
    }

    private static boolean isOwnKey(Field key) {
        return key.unique() && !(key.placement() instanceof Placement.Column);
    }

    private Map<String, List<Row>> same(String object, Field key, Collection<String> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        var byForm = records.withSame(object, key.name(), texts).stream()
                .collect(Collectors.groupingBy(row -> form(key, key.type().text(row.value(key.name())))));
        return texts.stream()
                .filter(text -> byForm.containsKey(form(key, text)))
                .collect(Collectors.toMap(text -> text, text -> byForm.getOrDefault(form(key, text), List.of())));
    }

    /** Returns the records that have one of these very texts in a field, with the columns of the query. */
    private Map<String, List<Row>> exact(Query query, Field key, Collection<String> texts) {
        var found = new HashMap<String, List<Row>>();
        var all = List.copyOf(texts);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            var condition = some.stream().map(RecordNames::quoted).collect(Collectors.joining(", ", "[", "]"));
            var wanted = query.where(key.name() + " in " + condition).first(Query.MOST);
            for (var page = records.list(wanted); ; page = records.list(wanted.after(page.next()))) {
                for (var row : page.rows()) {
                    if (row.value(key.name()) instanceof Value.Text(var text)) {
                        found.computeIfAbsent(text, each -> new ArrayList<>()).add(row);
                    }
                }
                if (page.next() == null) {
                    break;
                }
            }
        }
        return found;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

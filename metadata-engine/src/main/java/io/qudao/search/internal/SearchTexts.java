package io.qudao.search.internal;

import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Placement;
import io.qudao.record.Row;
import io.qudao.search.SearchDocument;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts by which records of an object are found in addition to their names.
 *
 * @param fields the searchable fields of the tenant's own
 */
record SearchTexts(ObjectType type, List<Field> fields) {
    private static final String NO_PAYLOAD = "{}";

    static SearchTexts of(ObjectType type) {
        return new SearchTexts(
                type,
                type.fields().stream()
                        .filter(field -> field.searchable() && !(field.placement() instanceof Placement.Column))
                        .toList());
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Returns a hash that changes when other texts have to be in the index. */
    String signature() {
        var all = fields.stream()
                .map(field -> field.id() + field.unique() + field.options())
                .sorted()
                .collect(Collectors.joining(",", type.nameField() + ":", ""));
        return HexFormat.of().formatHex(Fingerprint.of(Value.text(all)));
    }

    /** Returns whether the row contains all these texts and the record's name. */
    boolean isWhole(Row row) {
        return row.values().containsKey(type.nameField()) && showsAll(row);
    }

    /** Returns whether the row contains all these texts. */
    boolean showsAll(Row row) {
        return fields.stream().map(Field::name).allMatch(row.values()::containsKey);
    }

    /** Returns the document of a record, with the fields that the row contains. */
    SearchDocument document(Row row) {
        return addTo(new SearchDocument(type.name(), row.id(), row.name(), List.of(), List.of(), NO_PAYLOAD), row);
    }

    /** Returns the document with the texts of the row added. */
    SearchDocument addTo(SearchDocument document, Row row) {
        var keywords = new ArrayList<>(document.keywords());
        var texts = new ArrayList<>(document.texts());
        for (Field field : fields) {
            var value = row.value(field.name());
            if (!value.isNull()) {
                (field.unique() ? keywords : texts).addAll(words(field, value));
            }
        }
        return new SearchDocument(
                document.object(), document.id(), document.title(), keywords, texts, document.payload());
    }

    /** A picklist value is also found by its labels in all languages. */
    private static List<String> words(Field field, Value value) {
        String text = field.type().text(value);
        var names = field.options().stream()
                .filter(option -> option.value().equals(text))
                .flatMap(option -> option.label().texts().values().stream());
        return Stream.concat(Stream.of(text), names).toList();
    }
}

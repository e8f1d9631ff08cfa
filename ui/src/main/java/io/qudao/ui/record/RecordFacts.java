package io.qudao.ui.record;

import io.qudao.metadata.Field;
import io.qudao.metadata.Layout;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.record.Row;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.RecordTexts;
import java.util.List;
import java.util.stream.Stream;

/** Who made a record, when, and when it was last changed. */
final class RecordFacts {
    private static final List<String> FIELDS = List.of("created_by", "created_at", "updated_at");

    private RecordFacts() {}

    /** Adds what the page of the record does not show anyway, and the reader may see. */
    static void add(PageHeader header, VisibleType shown, Layout layout, Row row) {
        FIELDS.stream()
                .filter(name -> layout.sections().stream()
                        .noneMatch(section -> section.fields().contains(name)))
                .flatMap(name -> field(shown, name))
                .filter(field -> !row.value(field.name()).isNull())
                .forEach(field -> header.fact(
                        field.label().in(Texts.locale()),
                        Named.as("record-fact-" + field.name(), RecordTexts.component(field, row))));
    }

    private static Stream<Field> field(VisibleType shown, String name) {
        return shown.fields().stream().filter(field -> field.name().equals(name));
    }
}

package io.qudao.ui.component.record;

import com.vaadin.flow.component.combobox.ComboBox;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.ReleaseView;
import io.qudao.record.Query;
import io.qudao.record.Records;
import io.qudao.ui.component.Texts;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses a record of another object by its name. */
final class RecordLookup {
    private static final int MOST = 50;

    /** A record to choose. */
    record Choice(UUID id, String name) {}

    private RecordLookup() {}

    static RecordInput input(Field field, Records records, ReleaseView release) {
        var target = Objects.requireNonNull(field.target());
        var nameField = release.object(target)
                .map(type -> RecordFilter.nameOf(type, release))
                .orElse("name");
        var box = new ComboBox<Choice>();
        box.setItemLabelGenerator(Choice::name);
        box.setClearButtonVisible(!field.required());
        box.setPlaceholder(Texts.of("records.lookup"));
        box.setItems(query -> {
            int from = query.getOffset();
            int wanted = query.getLimit();
            return from > 0
                    ? Stream.of()
                    : choices(
                            records,
                            target,
                            RecordFilter.named(query.getFilter().orElse(""), nameField),
                            wanted);
        });
        return RecordInput.of(field, box, choice -> Value.of(choice.id()), value -> chosen(records, target, value));
    }

    private static Stream<Choice> choices(Records records, String target, @Nullable String condition, int wanted) {
        try {
            var query = Query.of(target).where(condition).first(Math.clamp(wanted, 1, MOST));
            return records.list(query).rows().stream().map(row -> new Choice(row.id(), row.name()));
        } catch (ProblemException notReadable) {
            return Stream.of();
        }
    }

    private static Choice chosen(Records records, String target, Value value) {
        var id = ((Value.Ref) value).value();
        var name = records.labels(target, List.of(id)).getOrDefault(id, Texts.of("records.not.readable"));
        return new Choice(id, name);
    }
}

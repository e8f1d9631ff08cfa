package io.qudao.ui.component.record;

import com.vaadin.flow.component.combobox.ComboBox;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.record.Query;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.ui.component.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses a record of another object by its name or code. */
final class RecordLookup {
    private static final int MOST = 50;

    /** A record to choose. */
    record Choice(UUID id, String name) {}

    private RecordLookup() {}

    static RecordInput input(Field field, Records records, ReleaseView release) {
        var target = Objects.requireNonNull(field.target());
        var search = new Search(
                records,
                target,
                release.object(target)
                        .map(type -> RecordFilter.nameOf(type, release))
                        .orElse("name"),
                release.object(target).flatMap(RecordLookup::code).orElse(null));
        var box = new ComboBox<Choice>();
        box.setItemLabelGenerator(Choice::name);
        box.setClearButtonVisible(!field.required());
        box.setPlaceholder(Texts.of("records.lookup"));
        box.setItems(query -> query.getOffset() > 0
                ? Stream.of()
                : search.choices(query.getFilter().orElse(""), query.getLimit()));
        return RecordInput.of(
                field, box, choice -> Value.of(choice.id()), value -> search.chosen(((Value.Ref) value).value()));
    }

    /** Returns the field that tells records of one name apart. */
    private static Optional<String> code(ObjectType type) {
        return type.fields().stream()
                .filter(field -> field.unique() && field.type() == DataType.TEXT)
                .map(Field::name)
                .filter(name -> !name.equals(type.nameField()))
                .findFirst();
    }

    /** @param code null for an object of which only names are known */
    private record Search(
            Records records,
            String target,
            String name,
            @Nullable String code) {
        /** Those with the text in their name or code; by name only if the code is hidden from the reader. */
        Stream<Choice> choices(String typed, int wanted) {
            var byName = RecordFilter.named(typed, name);
            var byCode = code == null ? null : RecordFilter.named(typed, code);
            var query = Query.of(target).first(Math.clamp(wanted, 1, MOST));
            return list(query.where(byName == null || byCode == null ? byName : byName + " || " + byCode))
                    .or(() -> list(query.where(byName)))
                    .map(this::choices)
                    .orElseGet(Stream::of);
        }

        private Optional<List<Row>> list(Query query) {
            try {
                return Optional.of(records.list(query).rows());
            } catch (ProblemException notReadable) {
                return Optional.empty();
            }
        }

        private Stream<Choice> choices(List<Row> rows) {
            var names = records.labels(target, rows.stream().map(Row::id).toList());
            return rows.stream().map(row -> choice(row, names.getOrDefault(row.id(), row.name())));
        }

        Choice chosen(UUID id) {
            return found(id)
                    .flatMap(row -> choices(List.of(row)).findFirst())
                    .orElseGet(() -> new Choice(id, Texts.of("records.not.readable")));
        }

        private Optional<Row> found(UUID id) {
            try {
                return records.find(target, id);
            } catch (ProblemException notReadable) {
                return Optional.empty();
            }
        }

        private Choice choice(Row row, String called) {
            var apart = code == null ? Value.none() : row.value(code);
            return new Choice(row.id(), apart instanceof Value.Text(var text) ? called + " · " + text : called);
        }
    }
}

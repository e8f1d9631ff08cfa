package io.qudao.ui.component.record;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.Layout;
import io.qudao.metadata.Metadata;
import io.qudao.record.Query;
import io.qudao.record.RecordTypes;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tenant added to a standard object, on the pages that the standard business has for it: as its layout says. */
@org.springframework.stereotype.Component
public final class OwnFields {
    private static final String NOTHING = "\u2014";
    private static final UUID NOBODY = new UUID(0, 0);

    private final RecordTypes types;
    private final Records records;
    private final Metadata metadata;

    OwnFields(RecordTypes types, Records records, Metadata metadata) {
        this.types = types;
        this.records = records;
        this.metadata = metadata;
    }

    /**
     * A card for each section that has such fields; none where the caller may see none.
     *
     * @param custom those that the caller may read
     */
    public List<Box> of(String object, UUID id, Value.Fields custom) {
        var release = metadata.current();
        var fields = release.object(object).stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> custom.values().containsKey(field.name()))
                .toList();
        var row = new Row(object, id, 0, "", custom.values(), Map.of());
        return fields.isEmpty()
                ? List.of()
                : cards(fields, release.layout(object), RecordTexts.labelled(records, fields, row));
    }

    /**
     * Inputs for those that the caller may give what is about to be made.
     *
     * @param path before the names of the fields in violations, such as {@code custom.}
     */
    public OwnForm form(String object, String title, String path) {
        var release = metadata.current();
        return new OwnForm(
                title,
                path,
                types.given(object),
                release.layout(object),
                new RecordInputs(records, release, List.of()));
    }

    /** The same inputs without headings, for one of many rows. */
    public OwnForm row(String object, String path) {
        var release = metadata.current();
        var form = new OwnForm(
                "",
                path,
                types.given(object),
                new Layout(object, "", List.of()),
                new RecordInputs(records, release, List.of()));
        form.removeClassName("q-card");
        return form;
    }

    /**
     * The ids of the parts of something, such as the lines of an order, by their numbers.
     *
     * @param whole the field by which a part names what it is a part of
     * @param number the field with the number of a part
     */
    public Map<Long, UUID> parts(String object, String whole, UUID id, String number) {
        var parts = new HashMap<Long, UUID>();
        var query = Query.of(object)
                .where(whole + " == '" + id + "'")
                .only(List.of(number))
                .first(Query.MOST);
        for (var page = records.list(query); ; page = records.list(query.after(page.next()))) {
            page.rows().forEach(row -> {
                if (row.value(number) instanceof Value.Int(var at)) {
                    parts.put(at, row.id());
                }
            });
            if (page.next() == null) {
                return parts;
            }
        }
    }

    /**
     * A text for each value that is there, for each of these parts in order.
     *
     * @param parts those values of each part that the caller may read
     */
    public List<List<String>> facts(String object, List<Value.Fields> parts) {
        var fields = metadata.current().object(object).stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> !field.standard())
                .toList();
        var rows = parts.stream()
                .map(part -> new Row(object, NOBODY, 0, "", part.values(), Map.of()))
                .toList();
        return RecordTexts.labelled(records, fields, rows).stream()
                .map(row -> facts(fields, row))
                .toList();
    }

    private static List<String> facts(List<Field> fields, Row row) {
        return fields.stream()
                .filter(field -> !RecordTexts.text(field, row).isEmpty())
                .map(field -> Texts.of("own.fact", field.label().in(Texts.locale()), RecordTexts.text(field, row)))
                .toList();
    }

    /**
     * The same for what is there already and shall count from now on.
     *
     * @param present those of its values that the caller may read
     */
    public OwnForm form(String object, String title, String path, Value.Fields present) {
        var texts = new LinkedHashMap<String, String>();
        types.given(object).forEach(field -> {
            var value = present.values().getOrDefault(field.name(), Value.none());
            if (!value.isNull()) {
                texts.put(field.name(), field.type().text(value));
            }
        });
        var form = form(object, title, path);
        form.fill(texts);
        return form;
    }

    /** Whether the caller may change some of them. */
    public boolean mayChange(String object) {
        return types.visible(object).stream()
                .flatMap(type -> type.fields().stream()
                        .filter(field -> !field.standard() && type.changed().contains(field.name())))
                .findAny()
                .isPresent();
    }

    private static List<Box> cards(List<Field> fields, Layout layout, Row row) {
        return layout.sections().stream()
                .map(section -> card(section, shown(fields, section), row))
                .filter(card -> card.getComponentCount() > 1)
                .toList();
    }

    private static List<Field> shown(List<Field> fields, Layout.Section section) {
        return section.fields().stream()
                .flatMap(name -> fields.stream().filter(field -> field.name().equals(name)))
                .toList();
    }

    private static Box card(Layout.Section section, List<Field> fields, Row row) {
        var card = Named.as(
                "own-fields",
                new Box("q-card own-fields", new H2(section.label().in(Texts.locale()))));
        for (var field : fields) {
            var label = new Span(field.label().in(Texts.locale()));
            label.addClassNames("q-muted", "q-small");
            var value = RecordTexts.text(field, row).isEmpty() ? new Span(NOTHING) : RecordTexts.component(field, row);
            card.add(Named.as("own-field-" + field.name(), new Box("q-stack own-field", label, value)));
        }
        return card;
    }
}

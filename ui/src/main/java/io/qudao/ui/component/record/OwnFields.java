package io.qudao.ui.component.record;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.Layout;
import io.qudao.metadata.Metadata;
import io.qudao.record.RecordTypes;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The tenant's own fields of a standard object on the pages of the standard business, arranged by the object's layout.
 */
@org.springframework.stereotype.Component
public final class OwnFields {
    private static final String NOTHING = "\u2014";

    private final RecordTypes types;
    private final Records records;
    private final Metadata metadata;

    OwnFields(RecordTypes types, Records records, Metadata metadata) {
        this.types = types;
        this.records = records;
        this.metadata = metadata;
    }

    /**
     * Returns a card for each section that has such fields; none if the caller may see none.
     *
     * @param custom values that the caller may read
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
     * Returns inputs for the own fields that the caller may set on a new record.
     *
     * @param path prefix of the field names in violations, such as {@code custom.}
     */
    public OwnForm form(String object, String title, String path) {
        return new OwnForm(title, path, types.given(object), new RecordInputs(records, metadata.current()));
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

    /** Returns whether the caller may change some of them. */
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

package io.qudao.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.metadata.Layout;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.record.Row;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.RecordInput;
import io.qudao.ui.component.record.RecordInputs;
import io.qudao.ui.component.record.RecordTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a record in the layout of its page: inputs for writable fields, texts for others. */
final class RecordForm extends Div {
    private final transient Map<Field, RecordInput> inputs = new LinkedHashMap<>();
    private final transient Map<Field, Value> before = new LinkedHashMap<>();
    private final transient FieldErrors errors = new FieldErrors();
    private final transient VisibleType shown;
    private final transient @Nullable Row row;

    /** @param row null for a new record */
    RecordForm(VisibleType shown, Layout layout, RecordInputs make, @Nullable Row row) {
        this.shown = shown;
        this.row = row;
        addClassName("record-form");
        for (var section : layout.sections()) {
            var cells = new Box("record-cells");
            cells.getElement().setAttribute("data-columns", String.valueOf(section.columns()));
            section.fields().stream().flatMap(this::field).forEach(field -> add(cells, field, make));
            if (cells.getElement().getChildCount() > 0) {
                add(new Box("q-card q-stack", new H2(section.label().in(Texts.locale())), cells));
            }
        }
    }

    /** Returns whether there is any input. */
    boolean isWritable() {
        return !inputs.isEmpty();
    }

    boolean isDirty() {
        return inputs.values().stream().anyMatch(this::isChanged);
    }

    void onChange(Runnable changed) {
        inputs.values().forEach(input -> input.changes().addValueChangeListener(change -> changed.run()));
    }

    /** Returns the values that differ from the record; for a new record, all values entered. */
    Value.Fields changes() {
        var changed = new LinkedHashMap<String, Value>();
        inputs.forEach((field, input) -> {
            if (isChanged(input) || (row == null && !input.value().isNull())) {
                changed.put(field.name(), input.value());
            }
        });
        return new Value.Fields(changed);
    }

    /** Puts values into the inputs of their fields. */
    void enter(Value.Fields typed) {
        inputs.forEach((field, input) -> {
            var value = typed.values().get(field.name());
            if (value != null) {
                input.set(value);
            }
        });
    }

    /** Treats the current values of the inputs as those of the record. */
    void settle() {
        inputs.forEach((field, input) -> before.put(field, input.value()));
    }

    /** Returns whether the content of every input is valid, and marks those whose content is not. */
    boolean isReadable() {
        var unreadable = new ArrayList<Violation>();
        inputs.values().stream()
                .filter(RecordInput::isUnreadable)
                .forEach(input -> unreadable.add(Violation.of(input.field().name(), "malformed")));
        errors.show(unreadable);
        return unreadable.isEmpty();
    }

    void show(ProblemException refused) {
        errors.show(refused);
    }

    void clearErrors() {
        errors.clear();
    }

    private Stream<Field> field(String name) {
        return shown.fields().stream().filter(field -> field.name().equals(name));
    }

    private void add(Box cells, Field field, RecordInputs make) {
        var writable = row == null ? shown.given() : shown.changed();
        if (writable.contains(field.name())) {
            cells.add(input(field, make));
        } else if (row != null) {
            cells.add(fact(field, row));
        }
    }

    private Component input(Field field, RecordInputs make) {
        var input = make.of(shown.type().name(), field);
        if (row != null) {
            input.set(row.value(field.name()));
        }
        inputs.put(field, input);
        before.put(field, input.value());
        errors.at(field.name(), input.marks());
        return input.component();
    }

    private static Box fact(Field field, Row row) {
        var label = new Span(field.label().in(Texts.locale()));
        label.addClassNames("q-muted", "q-small");
        return Named.as(
                "record-field-" + field.name(),
                new Box("q-stack record-fact", label, RecordTexts.component(field, row)));
    }

    private boolean isChanged(RecordInput input) {
        return !input.value().equals(before.get(input.field()));
    }
}

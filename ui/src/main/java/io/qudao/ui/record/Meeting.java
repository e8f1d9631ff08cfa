package io.qudao.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.record.Row;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.component.record.RecordTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody else saved while a form was open.
 *
 * @param now the record as they left it
 * @param others the fields that they changed
 * @param both those of them for which something else was typed in the form
 */
record Meeting(Row now, List<Field> others, List<Field> both) {
    private static final String UPDATED_AT = "updated_at";

    static Meeting of(List<Field> fields, Row before, Row now, Value.Fields typed) {
        var others = fields.stream()
                .filter(field -> !field.name().equals(UPDATED_AT))
                .filter(field -> !before.value(field.name()).equals(now.value(field.name())))
                .toList();
        var both = others.stream()
                .filter(field -> typed.values().containsKey(field.name()))
                .filter(field -> !now.value(field.name()).equals(typed.values().get(field.name())))
                .toList();
        return new Meeting(now, others, both);
    }

    /** Returns whether nobody changed what was typed here. */
    boolean isPeaceful() {
        return both.isEmpty();
    }

    /** Says that the record is no longer there for the reader. */
    static Remark gone(Row before) {
        return Named.as("record-gone", new Remark(Tone.AMBER, new Paragraph(Texts.of("records.gone", before.name()))));
    }

    /**
     * Says what others changed, if it was anything that the reader sees, and lets the reader take their value of each field
     * that both changed.
     */
    Optional<Remark> remark(RecordForm form) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var labels = others.stream()
                .map(field -> field.label().in(Texts.locale()))
                .collect(Collectors.joining(Texts.of("records.import.between")));
        if (isPeaceful()) {
            var met = new Remark(Tone.BLUE, new Paragraph(Texts.of("records.met", labels)));
            return Optional.of(Named.as("record-met", met));
        }
        var lines = new Box("q-stack");
        var remark = Named.as(
                "record-stale", new Remark(Tone.AMBER, new Paragraph(Texts.of("records.stale", labels)), lines));
        both.forEach(field -> lines.add(theirs(field, form, remark)));
        return Optional.of(remark);
    }

    /** Returns the line for their value of a field; the remark goes with the last of these. */
    private Box theirs(Field field, RecordForm form, Remark remark) {
        var text = RecordTexts.text(field, now);
        var value = text.isEmpty() ? new Span(Texts.of("records.comparison.empty")) : RecordTexts.component(field, now);
        var line = new Box(
                "q-row wrap", new Span(Texts.of("records.theirs", field.label().in(Texts.locale()))), value);
        var take = new Button(Texts.of("records.theirs.take"), click -> {
            form.enter(new Value.Fields(new LinkedHashMap<>(Map.of(field.name(), now.value(field.name())))));
            var lines = line.getParent().orElseThrow();
            line.removeFromParent();
            remark.setVisible(lines.getChildren().findAny().isPresent());
        });
        take.addThemeVariants(ButtonVariant.SMALL);
        line.add(Named.as("record-take-" + field.name(), take));
        return line;
    }
}

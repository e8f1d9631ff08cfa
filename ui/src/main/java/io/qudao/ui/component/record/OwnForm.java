package io.qudao.ui.component.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.metadata.Layout;
import io.qudao.record.RecordProblem;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Inputs for the tenant's own fields of what is about to be made, in the sections of the object's page; not to be seen
 * where there are none.
 */
public final class OwnForm extends Div {
    private final transient Map<RecordInput, Value> blank = new LinkedHashMap<>();
    private final transient FieldErrors errors = new FieldErrors();
    private final String path;

    /**
     * @param title over those that the page does not have; empty for none
     * @param path before the names of the fields in violations, such as {@code custom.}
     */
    OwnForm(String title, String path, List<Field> fields, Layout layout, RecordInputs make) {
        this.path = path;
        addClassNames("q-card", "own-fields");
        Named.as("own-form", this);
        var left = new ArrayList<>(fields);
        for (var section : layout.sections()) {
            var placed = section.fields().stream()
                    .flatMap(
                            name -> fields.stream().filter(field -> field.name().equals(name)))
                    .toList();
            add(section.label().in(Texts.locale()), placed, make);
            left.removeAll(placed);
        }
        add(title, left, make);
        setVisible(!fields.isEmpty());
    }

    private void add(String title, List<Field> fields, RecordInputs make) {
        if (!fields.isEmpty() && !title.isEmpty()) {
            add(new H2(title));
        }
        for (var field : fields) {
            var input = make.of(field);
            blank.put(input, input.value());
            errors.at(path + field.name(), input.marks());
            add(input.component());
        }
    }

    /** Has the errors of a form that this is a part of shown here too. */
    public void register(FieldErrors form) {
        blank.keySet().forEach(input -> form.at(path + input.field().name(), input.marks()));
    }

    /**
     * What was filled in, by field; what was left alone gets its default.
     *
     * @throws ProblemException {@link RecordProblem#INVALID} if there is something that is not of its field's type
     */
    public SequencedMap<String, Value> values() {
        ProblemException.failIfAny(RecordProblem.INVALID, unreadable());
        return readable();
    }

    private List<Violation> unreadable() {
        return blank.keySet().stream()
                .filter(RecordInput::isUnreadable)
                .map(input -> Violation.of(path + input.field().name(), "malformed"))
                .toList();
    }

    private SequencedMap<String, Value> readable() {
        var values = new LinkedHashMap<String, Value>();
        blank.forEach((input, untouched) -> {
            var value = input.value();
            boolean left = value.equals(untouched) && input.field().defaultSource() != null;
            if (!value.isNull() && !left) {
                values.put(input.field().name(), value);
            }
        });
        return values;
    }

    /** Returns {@link #values}, and an empty value for each present one that was removed. */
    public Map<String, Value> changes(Value.Fields present) {
        var changes = values();
        blank.keySet().stream()
                .map(input -> input.field().name())
                .filter(name -> !changes.containsKey(name))
                .filter(name ->
                        !present.values().getOrDefault(name, Value.none()).isNull())
                .forEach(name -> changes.put(name, Value.none()));
        return changes;
    }

    /** Returns the values that have no input in this form. */
    public Value.Fields others(Value.Fields present) {
        var others = new LinkedHashMap<>(present.values());
        blank.keySet().forEach(input -> others.remove(input.field().name()));
        return new Value.Fields(others);
    }

    /** Returns the entered values by field as texts that {@link #fill} can read. */
    public Map<String, String> texts() {
        var values = readable();
        var texts = new LinkedHashMap<String, String>();
        blank.keySet().stream().map(RecordInput::field).forEach(field -> {
            var value = values.get(field.name());
            if (value != null) {
                texts.put(field.name(), field.type().text(value));
            }
        });
        return texts;
    }

    /** Restores values entered before, and nothing else. */
    public void fill(Map<String, String> texts) {
        blank.forEach((input, untouched) -> {
            var text = texts.get(input.field().name());
            input.set(text == null ? untouched : read(input.field(), text));
        });
    }

    /** Returns nothing if the text is not, or no longer, a valid value of the field. */
    private static Value read(Field field, String text) {
        var tenant = TenantScope.caller().tenant();
        return field.type().parse(field, text, tenant.currency(), tenant.zone(), new Violations());
    }

    /** Registers a callback for changes of any input. */
    public void onChange(Runnable changed) {
        blank.keySet()
                .forEach(input -> input.changes().addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed.run();
                    }
                }));
    }

    /** Shows each violation at its input, and the others in a notice. */
    public void show(ProblemException refused) {
        errors.show(refused);
    }

    public void clearErrors() {
        errors.clear();
    }
}

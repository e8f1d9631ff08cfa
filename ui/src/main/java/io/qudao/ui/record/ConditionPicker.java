package io.qudao.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.RecordFilter;
import io.qudao.ui.component.record.RecordInput;
import io.qudao.ui.component.record.RecordInputs;
import io.qudao.ui.component.record.RecordTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts conditions together by field, comparison and value. A record is listed if all of them are true of it. */
final class ConditionPicker extends Div {
    private static final long serialVersionUID = 1;

    private final transient Records records;
    private final transient VisibleType shown;
    private final transient RecordInputs make;
    private final transient Runnable changed;
    private final transient List<Condition> chosen = new ArrayList<>();
    private final ComboBox<Field> field = Named.as("condition-field", new ComboBox<>());
    private final Select<FieldComparison> comparison = Named.as("condition-comparison", new Select<>());
    private final Box value = new Box("condition-value");
    private final Button add = Named.as("condition-add", new Button(Texts.of("records.condition.add")));
    private final Box chips = new Box("q-row wrap condition-chips");
    private transient @Nullable RecordInput input;

    private record Condition(Field field, FieldComparison how, Value value) {
        String expression() {
            return how.condition(field.name(), value);
        }
    }

    /** @param changed called after a condition was added or removed */
    ConditionPicker(Records records, VisibleType shown, RecordInputs make, Runnable changed) {
        this.records = records;
        this.shown = shown;
        this.make = make;
        this.changed = changed;
        addClassName("condition-picker");
        field.setItems(shown.fields());
        field.setItemLabelGenerator(each -> each.label().in(Texts.locale()));
        field.setPlaceholder(Texts.of("records.condition.field"));
        field.setAriaLabel(Texts.of("records.condition.field"));
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> choose(change.getValue()));
        comparison.setAriaLabel(Texts.of("records.condition.comparison"));
        comparison.addValueChangeListener(change -> fit());
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClickListener(click -> take());
        add(field, comparison, value, add, chips);
        choose(null);
    }

    /** Returns the expression that is true if all conditions are; null if there are none. */
    @Nullable
    String expression() {
        return RecordFilter.all(chosen.stream().map(Condition::expression).toArray(String[]::new));
    }

    private void choose(@Nullable Field by) {
        value.removeAll();
        input = null;
        comparison.setVisible(by != null);
        add.setVisible(by != null);
        if (by != null) {
            var made = make.of(shown.type().name(), by);
            input = made;
            value.add(made.component());
            comparison.setItemLabelGenerator(each -> each.text(by.type()));
            comparison.setItems(FieldComparison.of(by.type()));
            comparison.setValue(FieldComparison.of(by.type()).getFirst());
        }
        fit();
    }

    private void fit() {
        var how = comparison.getValue();
        value.setVisible(input != null && how != null && how.hasValue());
    }

    private void take() {
        var by = field.getValue();
        var how = comparison.getValue();
        var typed = input;
        if (by == null || how == null || typed == null) {
            return;
        }
        var wanted = how.hasValue() ? typed.value() : Value.none();
        if (how.hasValue() && wanted.isNull()) {
            typed.marks().setErrorMessage(Texts.of("violation.required"));
            typed.marks().setInvalid(true);
            return;
        }
        chosen.add(new Condition(by, how, wanted));
        field.clear();
        show();
    }

    private void show() {
        chips.removeAll();
        chosen.forEach(condition -> chips.add(chip(condition)));
        changed.run();
    }

    private Component chip(Condition condition) {
        var by = condition.field();
        var name = by.label().in(Texts.locale());
        var words = new Span(Texts.of("records.condition", name, condition.how().text(by.type())));
        var remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            chosen.remove(condition);
            show();
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(Texts.of("records.condition.remove", name));
        Named.as("condition-remove", remove);
        var chip = new Box("q-row condition-chip", words);
        if (condition.how().hasValue()) {
            chip.add(RecordTexts.component(by, row(by, condition.value())));
        }
        chip.add(remove);
        return Named.as("condition", chip);
    }

    /** A row with this value alone, which is shown as in the list. */
    private Row row(Field by, Value only) {
        var values = new LinkedHashMap<String, Value>();
        values.put(by.name(), only);
        return new Row(shown.type().name(), Ids.next(), 0, "", values, labels(by, only));
    }

    private Map<UUID, String> labels(Field by, Value only) {
        return only instanceof Value.Ref(var id) && by.target() != null
                ? records.labels(by.target(), List.of(id))
                : Map.of();
    }
}

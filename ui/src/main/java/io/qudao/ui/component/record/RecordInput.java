package io.qudao.ui.component.record;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The input for one field.
 *
 * @param read returns its current value
 * @param write sets its value
 */
public record RecordInput(
        Field field,
        Component component,
        HasValidationProperties marks,
        HasValue<?, ?> changes,
        Supplier<Value> read,
        Consumer<Value> write) {
    /** An input whose value stands for the field's one to one. */
    public static <C extends AbstractField<C, T> & HasLabel & HasValidationProperties, T> RecordInput of(
            Field field, C input, Function<T, Value> read, Function<Value, @Nullable T> write) {
        input.setLabel(field.label().in(Texts.locale()));
        input.setRequiredIndicatorVisible(field.required());
        Named.as("record-field-" + field.name(), input);
        return new RecordInput(
                field,
                input,
                input,
                input,
                () -> input.isEmpty() ? Value.none() : read.apply(input.getValue()),
                value -> {
                    var typed = value.isNull() ? null : write.apply(value);
                    if (typed == null) {
                        input.clear();
                    } else {
                        input.setValue(typed);
                    }
                });
    }

    /** Returns whether it contains something that is not of the field's type, such as half a date. */
    public boolean isUnreadable() {
        return FieldErrors.isUnreadable(component);
    }

    public Value value() {
        return read.get();
    }

    public void set(Value value) {
        write.accept(value);
    }
}

package io.qudao.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** An input for a whole number with large minus and plus buttons for touch screens. */
public final class Stepper extends CustomField<Integer> {
    private static final int MOST = 999_999;

    private final IntegerField number = new IntegerField();
    private final int least;

    public Stepper(int least, int value, String label) {
        super(value);
        this.least = least;
        addClassName("q-stepper");
        var fewer = button(VaadinIcon.MINUS, Texts.of("stepper.fewer", label), -1, "fewer");
        var more = button(VaadinIcon.PLUS, Texts.of("stepper.more", label), 1, "more");
        number.setMin(least);
        number.setMax(MOST);
        number.setAriaLabel(label);
        number.setValue(value);
        number.setValueChangeMode(ValueChangeMode.ON_BLUR);
        number.addValueChangeListener(change -> updateValue());
        add(new Box("q-row", fewer, Named.as("stepper-value", number), more));
        setValue(value);
    }

    private Button button(VaadinIcon icon, String label, int step, String name) {
        var button = new Button(icon.create(), click -> set(current() + step));
        button.setAriaLabel(label);
        return Named.as("stepper-" + name, button);
    }

    private void set(int value) {
        number.setValue(Math.clamp(value, least, MOST));
        updateValue();
    }

    private int current() {
        var value = number.getValue();
        return value == null ? least : value;
    }

    @Override
    protected Integer generateModelValue() {
        return Math.clamp(current(), least, MOST);
    }

    @Override
    protected void setPresentationValue(Integer value) {
        number.setValue(value);
    }
}

package io.qudao.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** An input for a multiple of a whole number with large minus and plus buttons for touch screens. */
@JavaScript("context://component.js")
public final class Stepper extends CustomField<Integer> {
    private static final int MOST = 999_999;

    private final IntegerField number = new IntegerField();
    private final int least;
    private int step = 1;

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
        number.addValueChangeListener(change -> set(current()));
        add(new Box("q-row", fewer, Named.as("stepper-value", number), more));
        setValue(value);
    }

    /** Sets the step; the value is rounded down to a multiple of it. */
    public void setStep(int another) {
        step = another;
        number.setMin(fewest());
        set(current());
    }

    private Button button(VaadinIcon icon, String label, int steps, String name) {
        var button = new Button(icon.create(), click -> set(current() + steps * step));
        button.setAriaLabel(label);
        return Named.as("stepper-" + name, button);
    }

    private void set(int value) {
        number.setValue(fitting(value));
        setHelperText(value > MOST ? Texts.of("stepper.most", QuantityText.number(MOST)) : null);
        updateValue();
    }

    private int current() {
        // What is not a whole number, such as 1.5, leaves the quantity as it is.
        var value = number.getValue();
        return value == null ? getValue() : value;
    }

    private int fewest() {
        return Math.ceilDiv(least, step) * step;
    }

    /** Rounds down to a multiple of the step within the range. */
    private int fitting(int value) {
        return Math.max(fewest(), Math.min(value, MOST) / step * step);
    }

    @Override
    protected Integer generateModelValue() {
        return fitting(current());
    }

    @Override
    protected void setPresentationValue(Integer value) {
        number.setValue(value);
    }
}

package io.qudao.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.qudao.kernel.Violation;
import io.qudao.ui.PageTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldErrorsIntegrationTests extends PageTest {
    private final TextField code = new TextField();
    private final TextField name = new TextField();
    private final FieldErrors errors = new FieldErrors().at("code", code).at("name", name);

    @Test
    void marksTheInputThatAViolationIsAbout() {
        var others = errors.show(List.of(Violation.of("code", "required"), Violation.of("tier", "required")));
        assertThat(code.isInvalid()).isTrue();
        assertThat(name.isInvalid()).isFalse();
        assertThat(others).containsExactly(Violation.of("tier", "required"));
    }

    @Test
    void tellsWhatCannotBeReadFromWhatIsEmpty() { // PP-03
        var amount = new DecimalField();
        assertThat(FieldErrors.areReadable(List.of(amount))).isTrue();
        type(amount, "1-2");
        assertThat(FieldErrors.areReadable(List.of(amount))).isFalse();
        assertThat(amount.isInvalid()).isTrue();
        var day = new DatePicker();
        type(day, "2026-13-45");
        assertThat(FieldErrors.areReadable(List.of(day))).isFalse();
    }

    @Test
    void readsAPastedNumberAsPeopleWriteIt() { // PP-09
        var amount = new DecimalField();
        type(amount, "¥1,250.50");
        assertThat(amount.getValue()).isEqualByComparingTo("1250.50");
        assertThat(amount.getElement().getProperty("value")).isEqualTo("1250.50");
        type(amount, "1.250,50");
        assertThat(amount.getValue()).isNull();
        assertThat(FieldErrors.isUnreadable(amount)).isTrue();
    }

    @Test
    void keepsAQuantityWhereSomethingElseIsTyped() { // PP-03
        var stepper = new Stepper(0, 7, "Cola");
        var number = (IntegerField)
                all(stepper).filter(IntegerField.class::isInstance).findFirst().orElseThrow();
        number.setValue(null);
        assertThat(stepper.getValue()).isEqualTo(7);
        assertThat(number.getValue()).isEqualTo(7);
    }

    @Test
    void takesAnErrorAwayOnceItsInputIsMended() {
        errors.show(List.of(Violation.of("code", "required"), Violation.of("name", "required")));
        code.setValue("D1");
        assertThat(code.isInvalid()).isFalse();
        assertThat(code.getErrorMessage()).isEmpty();
        assertThat(name.isInvalid()).isTrue();
    }
}

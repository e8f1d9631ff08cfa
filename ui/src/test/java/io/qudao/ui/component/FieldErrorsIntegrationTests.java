package io.qudao.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

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
    void takesAnErrorAwayOnceItsInputIsMended() {
        errors.show(List.of(Violation.of("code", "required"), Violation.of("name", "required")));
        code.setValue("D1");
        assertThat(code.isInvalid()).isFalse();
        assertThat(code.getErrorMessage()).isEmpty();
        assertThat(name.isInvalid()).isTrue();
    }
}

package io.qudao.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.qudao.kernel.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A field for an exact number, typed or pasted as people write it; a number outside the limits of {@link Decimals} is
 * invalid input.
 */
public final class DecimalField extends BigDecimalField {
    private static final long serialVersionUID = 1;

    /** Without it, a paste with other characters than digits, sign and point would be dropped without a word. */
    private static final String CHARACTERS = "[-+\\d.,\\s\u00A5\uFFE5\uFF10-\uFF19\uFF0E\uFF0C\uFF0D\uFF0B]";

    public DecimalField() {
        setLocale(Texts.locale());
    }

    public DecimalField(String label) {
        super(label);
        setLocale(Texts.locale());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("this.updateComplete.then(() => (this.allowedCharPattern = $0))", CHARACTERS);
    }

    @Override
    protected void setModelValue(@Nullable BigDecimal typed, boolean fromClient) {
        var number = typed == null
                ? Decimals.written(getElement().getProperty("value", "")).orElse(null)
                : typed;
        if (number == null || !Decimals.isBounded(number)) {
            super.setModelValue(null, fromClient);
            return;
        }
        super.setModelValue(number, fromClient);
        if (typed == null) {
            setPresentationValue(number);
        }
    }
}

package io.qudao.ui.component;

import com.vaadin.flow.component.textfield.BigDecimalField;
import io.qudao.kernel.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A field for an exact number; a number outside the limits of {@link Decimals} is invalid input. */
public final class DecimalField extends BigDecimalField {
    private static final long serialVersionUID = 1;

    public DecimalField() {}

    public DecimalField(String label) {
        super(label);
    }

    @Override
    protected void setModelValue(@Nullable BigDecimal typed, boolean fromClient) {
        super.setModelValue(typed == null || Decimals.isBounded(typed) ? typed : null, fromClient);
    }
}

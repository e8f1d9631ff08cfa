package io.qudao.ui.component;

import com.vaadin.flow.component.html.Span;
import io.qudao.kernel.Quantity;
import java.text.NumberFormat;

/** A quantity, always with its unit. */
public final class QuantityText extends Span {
    public QuantityText(long count, String unit) {
        super(format(count, unit));
        addClassName("q-quantity");
    }

    public QuantityText(Quantity quantity) {
        this(quantity.value(), quantity.unit());
    }

    public static String format(long count, String unit) {
        var name = count == 1 ? unit(unit) : Texts.orElse("units." + unit, unit);
        return Texts.of("quantity", number(count), name);
    }

    public static String format(Quantity quantity) {
        return format(quantity.value(), quantity.unit());
    }

    /** Formats a plain number for the reader's language. */
    public static String number(long count) {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(count);
    }

    /** Returns the name of a unit, or its code for a unit created by the tenant. */
    public static String unit(String code) {
        return Texts.orElse("unit." + code, code);
    }
}

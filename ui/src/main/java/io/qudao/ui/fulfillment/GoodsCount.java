package io.qudao.ui.fulfillment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Stepper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Inputs to count goods by order line, starting from the expected quantities. */
final class GoodsCount {
    private final Map<Integer, Stepper> steppers = new LinkedHashMap<>();
    private final Box rows = new Box("q-stack");

    /** @param hint what is expected, in words */
    void expect(int line, String name, long expected, String unit, String hint) {
        var stepper = new Stepper(0, Math.toIntExact(expected), name);
        steppers.put(line, stepper);
        var title = new Span(name);
        title.addClassName("q-strong");
        var of = new Span(hint);
        of.addClassNames("q-muted", "q-small");
        var counted = new Box("q-row", stepper, new Span(QuantityText.unit(unit)));
        rows.add(Named.as(
                "count-row", new Box("q-row between wrap count-row", new Box("q-stack q-grow", title, of), counted)));
    }

    Component rows() {
        return rows;
    }

    /** Returns the counted base units by order line. */
    Map<Integer, Long> counted() {
        var counted = new LinkedHashMap<Integer, Long>();
        steppers.forEach((line, stepper) -> counted.put(line, stepper.getValue().longValue()));
        return counted;
    }
}

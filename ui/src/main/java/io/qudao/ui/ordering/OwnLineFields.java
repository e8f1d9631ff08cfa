package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.OwnFields.Part;
import io.qudao.ui.record.RecordNavigation;
import java.util.Map;

/** What the tenant added to the lines of an order. */
final class OwnLineFields {
    private static final String OBJECT = "order_line";

    private final Map<Long, Part> parts;
    private final boolean changeable;

    /** @param linked whether lines lead to where their fields are filled in, for those who may */
    OwnLineFields(OwnFields ownFields, OrderId order, boolean linked) {
        parts = ownFields.ofParts(OBJECT, "order", order.value(), "line_number");
        changeable = linked && !parts.isEmpty() && ownFields.mayChange(OBJECT);
    }

    /** Puts what a line has below what it is. */
    Component below(Component goods, OrderLine line) {
        var part = parts.get((long) line.number());
        if (part == null || (part.facts().isEmpty() && !changeable)) {
            return goods;
        }
        var facts = new Box("q-row wrap q-small q-muted");
        part.facts().forEach(fact -> facts.add(new Span(fact)));
        if (changeable) {
            facts.add(Named.as(
                    "line-fields-" + line.number(),
                    new Anchor(RecordNavigation.record(OBJECT, part.id()), Texts.of("own.change"))));
        }
        return Named.as("own-line-" + line.number(), new Box("q-stack q-grow", goods, facts));
    }
}

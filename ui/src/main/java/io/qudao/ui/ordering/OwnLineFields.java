package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderLine;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.record.RecordNavigation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tenant added to the lines of an order. */
final class OwnLineFields {
    private static final String OBJECT = "order_line";

    private final Map<Integer, List<String>> facts = new HashMap<>();
    private final Map<Long, UUID> changeable;

    /** @param linked whether lines lead to where their fields are filled in, for those who may */
    OwnLineFields(OwnFields ownFields, Order order, boolean linked) {
        var lines = order.lines();
        var texts =
                ownFields.facts(OBJECT, lines.stream().map(OrderLine::custom).toList());
        for (int i = 0; i < lines.size(); i++) {
            facts.put(lines.get(i).number(), texts.get(i));
        }
        changeable = linked && ownFields.mayChange(OBJECT)
                ? ownFields.parts(OBJECT, "order", order.id().value(), "line_number")
                : Map.of();
    }

    /** Puts what a line has below what it is. */
    Component below(Component goods, OrderLine line) {
        var texts = facts.getOrDefault(line.number(), List.of());
        var record = changeable.get((long) line.number());
        if (texts.isEmpty() && record == null) {
            return goods;
        }
        var below = new Box("q-row wrap q-small q-muted");
        texts.forEach(fact -> below.add(new Span(fact)));
        if (record != null) {
            below.add(Named.as(
                    "line-fields-" + line.number(),
                    new Anchor(RecordNavigation.record(OBJECT, record), Texts.of("own.change"))));
        }
        return Named.as("own-line-" + line.number(), new Box("q-stack q-grow", goods, below));
    }
}

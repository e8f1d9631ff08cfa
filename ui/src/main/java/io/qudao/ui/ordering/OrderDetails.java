package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderAction;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.OwnForm;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the tenant added to an order.
 *
 * @param form inputs for what the caller may still fill in
 * @param parts what the order's page shows: of a draft the form and the values without an input, otherwise all values
 */
record OrderDetails(OwnForm form, List<Component> parts) {
    static final String OBJECT = "order";

    OrderDetails {
        parts = List.copyOf(parts);
    }

    static OrderDetails of(Order order, OwnFields ownFields) {
        var form = ownFields.form(OBJECT, Texts.of("order.details"), "custom.", order.custom());
        boolean isDraft = order.actions().contains(OrderAction.SUBMIT);
        var shown = isDraft ? form.others(order.custom()) : order.custom();
        var cards = ownFields.of(OBJECT, order.id().value(), shown);
        return new OrderDetails(
                form,
                Stream.concat(isDraft ? Stream.of(form) : Stream.<Component>empty(), cards.stream())
                        .toList());
    }
}

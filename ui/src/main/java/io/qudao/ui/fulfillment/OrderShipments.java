package io.qudao.ui.fulfillment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.qudao.fulfillment.Shipment;
import io.qudao.fulfillment.Shipments;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderAction;
import io.qudao.ordering.OrderLine;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.OwnForm;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.PageAddition;
import java.util.List;

/** The shipments of an order, and the button for its next one. */
@org.springframework.stereotype.Component
class OrderShipments implements PageAddition<Order> {
    private final Shipments shipments;
    private final ShipmentCards cards;
    private final BaseUnits units;
    private final OwnFields ownFields;

    OrderShipments(Shipments shipments, ShipmentCards cards, BaseUnits units, OwnFields ownFields) {
        this.ownFields = ownFields;
        this.shipments = shipments;
        this.cards = cards;
        this.units = units;
    }

    @Override
    public Class<Order> shown() {
        return Order.class;
    }

    @Override
    public List<Component> actions(Face face, Order order, Runnable changed) {
        if (!order.actions().contains(OrderAction.SHIP)) {
            return List.of();
        }
        var own = ownFields.form("shipment", Texts.of("own.more"), "custom.");
        boolean atOnce = face == Face.WORKSPACE && !own.isVisible();
        var button = atOnce
                ? new Button(Texts.of("ship.everything"), click -> confirm(order, changed))
                : new Button(Texts.of("ship.now"), click -> ask(order, own, changed));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return List.of(Named.as("order-ship", button));
    }

    @Override
    public List<Component> sections(Face face, Order order, Runnable changed) {
        var sent = shipments.of(order.id());
        if (face == Face.WORKSPACE) {
            return sent.stream().map(OrderShipments::step).toList();
        }
        if (sent.isEmpty()) {
            return List.of();
        }
        var list = new Box("q-stack", new H2(Texts.of("shipment.list")));
        sent.forEach(shipment -> list.add(cards.of(shipment, changed)));
        return List.of(list);
    }

    private static Component step(Shipment shipment) {
        var state = new Box("q-row");
        ShipmentCards.state(shipment).ifPresent(state::add);
        ShipmentCards.shippedAt(shipment).ifPresent(state::add);
        return new Box("work-step", state, new Span(Texts.of("shipment.named", ShipmentCards.number(shipment))));
    }

    private static String number(Order order) {
        return Visible.title(order.number(), "order.number");
    }

    /** Shows how much will be shipped and asks for confirmation. */
    private void confirm(Order order, Runnable changed) {
        var open = order.lines().stream().filter(line -> line.open() > 0).toList();
        var amounts = units.sum(open, OrderLine::sku, OrderLine::open);
        ConfirmStep.ask(
                Texts.of("ship.title", number(order)),
                Texts.of(
                        "ship.everything.text",
                        open.size(),
                        amounts,
                        Visible.title(order.summary().parties().buyer().name(), "order.buyer", "partner.name")),
                Texts.of("ship.everything"),
                () -> ship(order, ShipOptions.everything(), changed));
    }

    private void ask(Order order, OwnForm own, Runnable changed) {
        var unitOf = units.of(order.lines().stream().map(OrderLine::sku).toList());
        new ShipDialog(order, unitOf, own, options -> ship(order, options, changed)).open();
    }

    private void ship(Order order, ShipOptions options, Runnable changed) {
        shipments.ship(order.id(), options);
        changed.run();
        Notices.done(Texts.of("ship.done", number(order)));
    }
}

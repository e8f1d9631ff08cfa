package io.qudao.ui.fulfillment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import io.qudao.fulfillment.Shipment;
import io.qudao.fulfillment.ShipmentAction;
import io.qudao.fulfillment.ShipmentLine;
import io.qudao.fulfillment.Shipments;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import java.util.Map;
import java.util.Optional;

/** Shows shipments and lets the buyer receive them, as shipped or with counted differences. */
@org.springframework.stereotype.Component
class ShipmentCards {
    private final Shipments shipments;
    private final BaseUnits units;

    ShipmentCards(Shipments shipments, BaseUnits units) {
        this.shipments = shipments;
        this.units = units;
    }

    Component of(Shipment shipment, Runnable after) {
        var number = new Span(number(shipment));
        number.addClassName("q-strong");
        var head = new Box("q-row between", number);
        state(shipment).ifPresent(head::add);
        var card = new Box("q-card q-stack", head, facts(shipment));
        var unitOf = units.of(shipment.lines().stream().map(ShipmentLine::sku).toList());
        shipment.lines().forEach(line -> card.add(line(line, unitOf.apply(line.sku()))));
        if (shipment.actions().contains(ShipmentAction.RECEIVE)) {
            card.add(buttons(shipment, after));
        }
        card.getElement().setAttribute("data-number", number(shipment));
        return Named.as("shipment", card);
    }

    private static Component facts(Shipment shipment) {
        var facts = new Box("q-row wrap q-muted q-small");
        shippedAt(shipment).ifPresent(facts::add);
        facts.add(new Span(Texts.of("shipment.order", Visible.title(shipment.orderNumber(), "order.number"))));
        var carrier = shipment.carrier();
        if (carrier != null && Visible.is("shipment.carrier")) {
            facts.add(new Span(carrier));
        }
        var tracking = shipment.tracking();
        if (tracking != null && Visible.is("shipment.tracking")) {
            facts.add(new Span(tracking));
        }
        return facts;
    }

    static String number(Shipment shipment) {
        return Visible.title(shipment.number(), "shipment.number", "order.number");
    }

    static String name(String goods) {
        return Visible.title(goods, "order_line.sku_name", "sku.name");
    }

    static Optional<StatusBadge> state(Shipment shipment) {
        return Visible.of(() -> ShipmentBadge.of(shipment.status()), "shipment.status");
    }

    static Optional<MomentText> shippedAt(Shipment shipment) {
        return Visible.of(() -> new MomentText(shipment.shippedAt()), "shipment.shipped_at");
    }

    private static Component line(ShipmentLine line, String unit) {
        var name = new Span(name(line.skuName()));
        name.addClassName("q-grow");
        var received = line.received();
        var text = received == null || received == line.quantity()
                ? QuantityText.format(line.quantity(), unit)
                : Texts.of(
                        "shipment.received", QuantityText.number(received), QuantityText.format(line.quantity(), unit));
        var count = new Span(Visible.text(text, "order_line.shipped"));
        count.addClassName("q-quantity");
        return new Box("q-row between", name, count);
    }

    private Component buttons(Shipment shipment, Runnable after) {
        var differs = Named.as(
                "receive-counted", new Button(Texts.of("shipment.receive.counted"), click -> count(shipment, after)));
        var all = Named.as("receive-all", new Button(Texts.of("shipment.receive.all")));
        all.addThemeVariants(ButtonVariant.PRIMARY);
        all.addClickListener(click -> confirm(shipment, after));
        return new Box("q-row wrap receive-buttons", differs, all);
    }

    /** Receiving ends the order and cannot be undone, so it says how much it takes in and asks. */
    private void confirm(Shipment shipment, Runnable after) {
        var amounts = units.sum(shipment.lines(), ShipmentLine::sku, ShipmentLine::quantity);
        ConfirmStep.ask(
                Texts.of("shipment.receive.all.title", number(shipment)),
                Texts.of(
                        "shipment.receive.all.text",
                        shipment.lines().size(),
                        Visible.title(amounts, "order_line.shipped")),
                Texts.of("shipment.receive.all"),
                () -> receive(shipment, Map.of(), after));
    }

    private void count(Shipment shipment, Runnable after) {
        var goods = new GoodsCount();
        var unitOf = units.of(shipment.lines().stream().map(ShipmentLine::sku).toList());
        shipment.lines().forEach(line -> expect(goods, line, unitOf.apply(line.sku())));
        var dialog = Named.as("receive", new Dialog());
        dialog.addClassName("sheet");
        dialog.setHeaderTitle(Texts.of("shipment.receive.title", number(shipment)));
        dialog.add(goods.rows());
        var done = Named.as("receive-done", new Button(Texts.of("shipment.receive"), click -> {
            dialog.close();
            receive(shipment, goods.counted(), after);
        }));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(Texts.of("action.back"), click -> dialog.close()), done);
        dialog.open();
    }

    private static void expect(GoodsCount goods, ShipmentLine line, String unit) {
        var hint = Texts.of("count.expected", QuantityText.format(line.quantity(), unit));
        goods.expect(line.orderLine(), name(line.skuName()), line.quantity(), unit, hint);
    }

    private void receive(Shipment shipment, Map<Integer, Long> counted, Runnable after) {
        shipments.receive(shipment.id(), counted);
        after.run();
        Notices.done(Texts.of("shipment.received.done", number(shipment)));
    }
}

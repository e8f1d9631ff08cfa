package io.qudao.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.qudao.fulfillment.Shipments;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.Orders;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.HoldText;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.OwnFields;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** One order, for its buyer and its seller: where it stands, what is in it, what was sent, and what can be done. */
@Route(value = PortalNavigation.ORDERS + "/:order", layout = PortalLayout.class)
@PermitAll
class OrderView extends Page implements BeforeEnterObserver {
    private final transient Orders orders;
    private final transient Shipments shipments;
    private final transient OrderButtons buttons;
    private final transient ShipmentCards shipmentCards;
    private final transient BaseUnits units;
    private final transient OwnFields ownFields;

    OrderView(
            Orders orders,
            Shipments shipments,
            OrderButtons buttons,
            ShipmentCards shipmentCards,
            BaseUnits units,
            OwnFields ownFields) {
        super("order.title", "order-page");
        this.orders = orders;
        this.shipments = shipments;
        this.buttons = buttons;
        this.shipmentCards = shipmentCards;
        this.units = units;
        this.ownFields = ownFields;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(id(event.getRouteParameters().get("order").orElse("")));
    }

    private static OrderId id(String text) {
        try {
            return new OrderId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException(text);
        }
    }

    private void show(OrderId id) {
        var order = orders.get(id);
        getContent().removeAll();
        getContent().add(header(order));
        var hold = order.summary().creditHold();
        if (hold != null) {
            var text = new Span(Texts.of("order.held"));
            text.addClassName("q-strong");
            getContent().add(Named.as("hold", new Remark(Tone.AMBER, text, new HoldText(hold))));
        }
        var main = new Box("q-stack order-main", lines(order));
        ownFields.of("order", id.value(), order.custom()).forEach(main::add);
        var sent = shipments.of(id);
        if (!sent.isEmpty()) {
            var list = new Box("q-stack", new H2(Texts.of("order.shipments")));
            sent.forEach(shipment -> list.add(shipmentCards.of(shipment, () -> show(id))));
            main.add(list);
        }
        getContent().add(new Box("order-columns", main, new OrderTimeline(order)));
    }

    private Component header(Order order) {
        var summary = order.summary();
        boolean sells = summary.seller().value().equals(TenantScope.caller().partner());
        var header = new PageHeader(summary.number())
                .back(
                        "/" + (sells ? PortalNavigation.BUSINESS : PortalNavigation.ORDERS),
                        Texts.of(sells ? "portal.business" : "portal.orders"))
                .badge(Named.as("order-status", StatusBadge.of(summary)))
                .fact(
                        Texts.of(sells ? "order.buyer" : "order.seller"),
                        new Span(sells ? summary.buyerName() : summary.sellerName()))
                .fact(Texts.of("order.placed"), new MomentText(summary.createdAt()));
        return header.actions(buttons.of(order, () -> show(order.id())));
    }

    private Component lines(Order order) {
        var box = Named.as("order-lines", new Box("q-card order-lines"));
        var unitOf = units.of(order.lines().stream().map(OrderLine::sku).toList());
        order.lines().forEach(line -> box.add(line(line, unitOf.apply(line.sku()))));
        var total = Named.as("order-total", new MoneyText(order.summary().total()));
        total.addClassName("cart-total");
        box.add(new Box("q-row between order-total", new Span(Texts.of("order.total")), total));
        return box;
    }

    private static Component line(OrderLine line, String unit) {
        var name = new Span(line.skuName());
        name.addClassName("q-strong");
        var detail = new Span(Texts.of(
                "order.line",
                line.skuCode(),
                MoneyText.format(line.price().unit()),
                QuantityText.format(line.ordered())));
        detail.addClassNames("q-muted", "q-small");
        var text = new Box("q-stack q-grow", name, detail);
        if (line.shipped() > 0 && line.open() > 0) {
            var progress = new Span(Texts.of(
                    "order.line.shipped", QuantityText.number(line.shipped()), QuantityText.format(line.base(), unit)));
            progress.addClassNames("q-muted", "q-small");
            text.add(progress);
        }
        return new Box("q-row order-line", text, new MoneyText(line.net()));
    }
}

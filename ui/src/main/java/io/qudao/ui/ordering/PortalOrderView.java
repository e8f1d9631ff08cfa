package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.qudao.catalog.Catalog;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.Orders;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.BelongsTo;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.PageAdditions;
import io.qudao.ui.shell.PortalLayout;
import io.qudao.ui.shell.PortalPage;
import jakarta.annotation.security.PermitAll;

/** One order for its buyer and its seller: state, lines, shipments, and actions. */
@Route(value = OrderingNavigation.ORDERS + "/:order", layout = PortalLayout.class)
@PermitAll
class PortalOrderView extends PortalPage implements BeforeEnterObserver, BelongsTo {
    private static final String[] PROGRESS = {"order_line.shipped", "order_line.open", "order_line.base_quantity"};

    private final transient Orders orders;
    private final transient Catalog catalog;
    private final transient OrderButtons buttons;
    private final transient PageAdditions additions;
    private final transient OwnFields ownFields;
    private boolean sells;

    PortalOrderView(
            Orders orders, Catalog catalog, OrderButtons buttons, PageAdditions additions, OwnFields ownFields) {
        super("order.title", "order-page");
        this.orders = orders;
        this.catalog = catalog;
        this.buttons = buttons;
        this.additions = additions;
        this.ownFields = ownFields;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(OrderingNavigation.id(event.getRouteParameters().get("order").orElse("")));
    }

    /** A customer's order is part of the business, an own one of the purchases. */
    @Override
    public String entry() {
        return sells ? OrderingNavigation.BUSINESS : OrderingNavigation.ORDERS;
    }

    private void show(OrderId id) {
        var order = orders.get(id);
        sells = order.summary()
                .parties()
                .seller()
                .id()
                .value()
                .equals(TenantScope.caller().partner());
        var details = OrderDetails.of(order, ownFields);
        getContent().removeAll();
        getContent().add(header(order, details));
        OrderTexts.hold(order.summary()).ifPresent(why -> {
            var text = new Span(Texts.of("order.held"));
            text.addClassName("q-strong");
            getContent().add(Named.as("hold", new Remark(Tone.AMBER, text, why)));
        });
        var main = new Box("q-stack order-main", lines(order));
        main.add(details.parts());
        main.add(additions.sections(Face.PORTAL, Order.class, order, () -> show(id)));
        getContent().add(new Box("order-columns", main, new OrderTimeline(order)));
    }

    private Component header(Order order, OrderDetails details) {
        var summary = order.summary();
        var header = new PageHeader(OrderTexts.number(summary))
                .back("/" + entry(), Texts.of(sells ? "portal.business" : "portal.orders"))
                .badge(OrderTexts.state(summary).map(badge -> Named.as("order-status", badge)))
                .fact(
                        Texts.of(sells ? "order.buyer" : "order.seller"),
                        new Span(sells ? OrderTexts.buyer(summary) : OrderTexts.seller(summary)))
                .fact(Texts.of("order.placed"), new MomentText(summary.createdAt()));
        return header.actions(buttons.of(Face.PORTAL, order, details.form(), () -> show(order.id())));
    }

    private Component lines(Order order) {
        var box = Named.as("order-lines", new Box("q-card order-lines"));
        var skus = catalog.skus(order.lines().stream().map(OrderLine::sku).toList());
        var own = new OwnLineFields(ownFields, order, false);
        for (var line : order.lines()) {
            var sku = skus.get(line.sku());
            box.add(line(line, sku == null ? "" : sku.baseUnit(), own));
        }
        OrderTexts.total(order.summary()).ifPresent(total -> {
            total.addClassName("cart-total");
            box.add(new Box(
                    "q-row between order-total", new Span(Texts.of("order.total")), Named.as("order-total", total)));
        });
        return box;
    }

    private static Component line(OrderLine line, String unit, OwnLineFields own) {
        var name = new Span(Visible.text(line.skuName(), OrderTexts.NAME));
        name.addClassName("q-strong");
        var detail = new Span(Texts.of(
                "order.line",
                Visible.text(line.skuCode(), OrderTexts.CODE),
                Visible.text(MoneyText.format(line.price().unit()), "order_line.unit_price"),
                Visible.text(QuantityText.format(line.ordered()), "order_line.quantity", "order_line.unit")));
        detail.addClassNames("q-muted", "q-small");
        var text = new Box("q-stack q-grow", name, detail);
        if (line.shipped() > 0 && line.open() > 0 && Visible.is(PROGRESS)) {
            var progress = new Span(Texts.of(
                    "order.line.shipped", QuantityText.number(line.shipped()), QuantityText.format(line.base(), unit)));
            progress.addClassNames("q-muted", "q-small");
            text.add(progress);
        }
        var row = new Box("q-row order-line", own.below(text, line));
        Visible.of(() -> new MoneyText(line.net()), "order_line.net").ifPresent(row::add);
        return row;
    }
}

package io.qudao.ui.ordering;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.qudao.catalog.Catalog;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.Orders;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.record.RecordNavigation;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.FrameLayout;
import io.qudao.ui.shell.PageAdditions;
import jakarta.annotation.security.PermitAll;

/** One order: its facts, lines, steps and shipments, and the next action. */
@Route(value = OrderingNavigation.WORK, layout = FrameLayout.class)
@PermitAll
class WorkOrderView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Orders orders;
    private final transient Catalog catalog;
    private final transient OrderButtons buttons;
    private final transient PageAdditions additions;
    private final transient OwnFields ownFields;
    private String title = "";

    WorkOrderView(Orders orders, Catalog catalog, OrderButtons buttons, PageAdditions additions, OwnFields ownFields) {
        this.orders = orders;
        this.catalog = catalog;
        this.buttons = buttons;
        this.additions = additions;
        this.ownFields = ownFields;
        addClassName("work-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        show(OrderingNavigation.id(id));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(OrderId id) {
        var order = orders.get(id);
        var summary = order.summary();
        title = OrderTexts.number(summary);
        removeAll();
        var header = new PageHeader(title)
                .back("/" + OrderingNavigation.WORK, Texts.of("work.nav.orders"))
                .badge(OrderTexts.state(summary))
                .fact(Texts.of("work.orders.buyer"), new Span(OrderTexts.buyer(summary)))
                .fact(Texts.of("work.orders.seller"), new Span(OrderTexts.seller(summary)))
                .fact(Texts.of("work.orders.total"), OrderTexts.total(summary))
                .fact(Texts.of("work.orders.made"), new MomentText(summary.createdAt()));
        var details = OrderDetails.of(order, ownFields);
        header.actions(buttons.of(Face.WORKSPACE, order, details.form(), () -> show(id)));
        add(header);
        OrderTexts.hold(summary)
                .ifPresent(why -> add(
                        Named.as("credit-hold", new Remark(Tone.AMBER, why, new Span(Texts.of("work.order.held"))))));
        var main = lines(order);
        main.add(details.parts());
        if (ownFields.mayChange(OrderDetails.OBJECT)) {
            main.add(Named.as(
                    "order-fields",
                    new Anchor(
                            RecordNavigation.record(OrderDetails.OBJECT, id.value()), Texts.of("work.order.fields"))));
        }
        add(new Box("work-columns", main, side(order)));
    }

    private Box lines(Order order) {
        var grid = new WorkOrderLines(order, catalog, ownFields).of(order);
        return new Box("work-main", new H2(Texts.of("work.order.lines")), grid);
    }

    private Box side(Order order) {
        var side = new Box("work-side", new OrderTimeline(order));
        side.add(additions.sections(Face.WORKSPACE, Order.class, order, () -> show(order.id())));
        return side;
    }
}

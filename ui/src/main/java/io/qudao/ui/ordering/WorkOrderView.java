package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.qudao.catalog.Catalog;
import io.qudao.kernel.ProblemException;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderAction;
import io.qudao.ordering.OrderId;
import io.qudao.ordering.Orders;
import io.qudao.ui.component.ActorText;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.record.RecordNavigation;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.FrameLayout;
import io.qudao.ui.shell.PageAdditions;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.BiConsumer;

/** One order: its facts, lines, steps and shipments, and the next action. */
@Route(value = OrderingNavigation.WORK, layout = FrameLayout.class)
@PermitAll
class WorkOrderView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String OBJECT = "order";

    private final transient Orders orders;
    private final transient Catalog catalog;
    private final transient PageAdditions additions;
    private final transient OwnFields ownFields;
    private String title = "";

    WorkOrderView(Orders orders, Catalog catalog, PageAdditions additions, OwnFields ownFields) {
        this.orders = orders;
        this.catalog = catalog;
        this.additions = additions;
        this.ownFields = ownFields;
        addClassName("work-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        try {
            show(new OrderId(UUID.fromString(id)));
        } catch (IllegalArgumentException unknown) {
            throw new NotFoundException(id);
        }
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
        header.actions(actions(order));
        add(header);
        OrderTexts.hold(summary)
                .ifPresent(why -> add(
                        Named.as("credit-hold", new Remark(Tone.AMBER, why, new Span(Texts.of("work.order.held"))))));
        var main = lines(order);
        ownFields.of(OBJECT, id.value(), order.custom()).forEach(main::add);
        if (ownFields.mayChange(OBJECT)) {
            main.add(Named.as(
                    "order-fields",
                    new Anchor(RecordNavigation.record(OBJECT, id.value()), Texts.of("work.order.fields"))));
        }
        add(new Box("work-columns", main, timeline(order)));
    }

    private Component[] actions(Order order) {
        var actions = new ArrayList<Component>();
        var open = order.actions();
        if (open.contains(OrderAction.REJECT)) {
            actions.add(act("reject", false, () -> ask("reject", "order.rejected", order, orders::reject)));
        }
        if (open.contains(OrderAction.CLOSE)) {
            actions.add(act("close", false, () -> ask("close", "order.closed", order, orders::close)));
        }
        if (open.contains(OrderAction.RETRY)) {
            actions.add(act("retry", true, () -> retry(order)));
        }
        if (open.contains(OrderAction.APPROVE)) {
            actions.add(act(
                    "approve", true, () -> run(order, "order.approved", () -> orders.approve(order.id(), null))));
        }
        actions.addAll(additions.actions(Face.WORKSPACE, Order.class, order, () -> show(order.id())));
        return actions.toArray(Component[]::new);
    }

    /** @param done message key of the success message */
    private void ask(String name, String done, Order order, BiConsumer<OrderId, String> act) {
        ConfirmStep.askReason(
                Texts.of("work.order." + name),
                Texts.of("work.order." + name + ".text"),
                Texts.of("work.order." + name),
                reason -> run(order, done, () -> act.accept(order.id(), reason)));
    }

    private void retry(Order order) {
        var submission = orders.retryHeld(order.id());
        show(order.id());
        SubmissionNotice.show(submission);
    }

    private static Button act(String name, boolean primary, Runnable action) {
        var button = Named.as("order-" + name, new Button(Texts.of("work.order." + name), click -> action.run()));
        if (primary) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return button;
    }

    /** @param done message key of the success message */
    private void run(Order order, String done, Runnable action) {
        try {
            action.run();
            Notices.done(Texts.of(done, OrderTexts.number(order)));
        } catch (ProblemException refused) {
            Notices.refused(refused);
        }
        show(order.id());
    }

    private Box lines(Order order) {
        var grid = new WorkOrderLines(order, catalog, ownFields).of(order);
        return new Box("work-main", new H2(Texts.of("work.order.lines")), grid);
    }

    private Box timeline(Order order) {
        var steps = new Box("work-side", new H2(Texts.of("work.order.history")));
        for (var step : order.history().reversed()) {
            var state = new Box("q-row");
            OrderTexts.status(step.to()).ifPresent(state::add);
            Visible.of(() -> new MomentText(step.at()), "order.submitted_at").ifPresent(state::add);
            var entry = new Box("work-step", state);
            Visible.of(() -> new ActorText(step.actorName()), "member.name").ifPresent(who -> {
                who.addClassName("q-muted");
                entry.add(who);
            });
            if (step.reason() != null) {
                entry.add(new Span(step.reason()));
            }
            steps.add(entry);
        }
        steps.add(additions.sections(Face.WORKSPACE, Order.class, order, () -> show(order.id())));
        return steps;
    }
}

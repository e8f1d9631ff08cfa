package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.qudao.cart.Cart;
import io.qudao.cart.Carts;
import io.qudao.kernel.ProblemException;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderAction;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Submission;
import io.qudao.record.RecordProblem;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnForm;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.PageAdditions;
import io.qudao.ui.shop.ShopNavigation;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The buttons of an order's page in the portal and in the workspace, limited to what the caller may do now. */
@org.springframework.stereotype.Component
class OrderButtons {
    private static final Set<OrderAction> MAIN = EnumSet.of(OrderAction.APPROVE, OrderAction.SUBMIT, OrderAction.RETRY);

    private final Orders orders;
    private final Carts carts;
    private final PageAdditions additions;

    OrderButtons(Orders orders, Carts carts, PageAdditions additions) {
        this.orders = orders;
        this.carts = carts;
        this.additions = additions;
    }

    /**
     * Returns the buttons, least important first, so that the main one is on the right.
     *
     * @param details the form of the tenant's own fields with which a draft is submitted
     * @param after shows the order as it is after a step, even if the step was refused: somebody else may have been
     *     faster
     */
    Component[] of(Face face, Order order, OwnForm details, Runnable after) {
        var own = order.actions().stream()
                .filter(action -> isFor(face, action))
                .sorted(Comparator.comparing((OrderAction action) -> MAIN.contains(action))
                        .thenComparing(Comparator.reverseOrder()))
                .map(action -> button(action, order, details, after));
        var added = additions.actions(face, Order.class, order, after);
        return Stream.concat(own, added.stream()).toArray(Component[]::new);
    }

    /** Shipments add the button to ship, and only the portal has a cart. */
    private static boolean isFor(Face face, OrderAction action) {
        return action != OrderAction.SHIP && (action != OrderAction.REORDER || face == Face.PORTAL);
    }

    private Component button(OrderAction action, Order order, OwnForm details, Runnable after) {
        var name = action.name().toLowerCase(Locale.ROOT);
        var button = new Button(Texts.of("order.step." + name), click -> take(action, order, details, after));
        if (MAIN.contains(action)) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return Named.as("order-" + name, button);
    }

    private void take(OrderAction action, Order order, OwnForm details, Runnable after) {
        var id = order.id();
        var step = new Step(OrderTexts.number(order), after);
        switch (action) {
            case SUBMIT -> submit(order, details, after);
            case RETRY -> tell(orders.retryHeld(id), after);
            case APPROVE -> step.run("order.approved", () -> orders.approve(id, null));
            case REJECT -> step.ask("reject", "order.rejected", reason -> orders.reject(id, reason));
            case CANCEL -> step.ask("cancel", "order.cancelled", reason -> orders.cancel(id, reason));
            case CLOSE -> step.ask("close", "order.closed", reason -> orders.close(id, reason));
            case REORDER -> reorder(order);
            case SHIP -> throw new IllegalArgumentException("Shipments have their own button");
        }
    }

    /** A draft can be older than a field that an order needs: the form says which, and stays as it was filled in. */
    private void submit(Order order, OwnForm details, Runnable after) {
        details.clearErrors();
        try {
            var custom = details.changes(order.custom());
            tell(orders.submit(order.id(), order.summary().totals().total(), custom), after);
        } catch (ProblemException refused) {
            if (refused.problem() != RecordProblem.INVALID) {
                throw refused;
            }
            details.show(refused);
        }
    }

    private void reorder(Order order) {
        var lines = order.lines().stream()
                .map(line -> new Cart.Line(line.sku(), line.ordered()))
                .toList();
        var account = order.summary().parties().account();
        carts.add(account, lines);
        Pages.open(ShopNavigation.cart(account));
    }

    private static void tell(Submission submission, Runnable after) {
        after.run();
        SubmissionNotice.show(submission);
    }

    /** A step of the order with this number. */
    private record Step(String number, Runnable after) {
        /** @param done message key of the success message */
        void run(String done, Runnable work) {
            try {
                work.run();
            } finally {
                after.run();
            }
            Notices.done(Texts.of(done, number));
        }

        void ask(String name, String done, Consumer<String> work) {
            ConfirmStep.askReason(
                    Texts.of("order." + name + ".title", number),
                    Texts.of("order." + name + ".consequence"),
                    Texts.of("order.step." + name),
                    reason -> run(done, () -> work.accept(reason)));
        }
    }
}

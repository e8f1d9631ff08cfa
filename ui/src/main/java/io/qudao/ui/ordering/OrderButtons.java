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
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The buttons of an order's page, limited to what the caller may do now. */
@org.springframework.stereotype.Component
class OrderButtons {
    private static final Set<OrderAction> FIRST = Set.of(OrderAction.APPROVE, OrderAction.SUBMIT);

    private final Orders orders;
    private final Carts carts;
    private final PageAdditions additions;

    OrderButtons(Orders orders, Carts carts, PageAdditions additions) {
        this.orders = orders;
        this.carts = carts;
        this.additions = additions;
    }

    /**
     * Returns the buttons, least important first, so that the main one is on the right; the button to ship belongs to
     * the shipments.
     *
     * @param details the form of the tenant's own fields with which a draft is submitted
     */
    Component[] of(Order order, OwnForm details, Runnable after) {
        var own = order.actions().stream()
                .filter(action -> action != OrderAction.SHIP)
                .sorted(Comparator.reverseOrder())
                .map(action -> button(action, order, details, after));
        var added = additions.actions(Face.PORTAL, Order.class, order, after);
        return Stream.concat(own, added.stream()).toArray(Component[]::new);
    }

    private Component button(OrderAction action, Order order, OwnForm details, Runnable after) {
        var name = action.name().toLowerCase(Locale.ROOT);
        var button = new Button(Texts.of("order.step." + name), click -> take(action, order, details, after));
        if (FIRST.contains(action)) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return Named.as("order-" + name, button);
    }

    private void take(OrderAction action, Order order, OwnForm details, Runnable after) {
        var number = OrderTexts.number(order);
        switch (action) {
            case SUBMIT -> submit(order, details, after);
            case RETRY -> tell(orders.retryHeld(order.id()), after);
            case APPROVE -> {
                orders.approve(order.id(), null);
                done("order.approved", number, after);
            }
            case REJECT ->
                askReason("reject", number, reason -> {
                    orders.reject(order.id(), reason);
                    done("order.rejected", number, after);
                });
            case CANCEL ->
                askReason("cancel", number, reason -> {
                    orders.cancel(order.id(), reason);
                    done("order.cancelled", number, after);
                });
            case CLOSE ->
                askReason("close", number, reason -> {
                    orders.close(order.id(), reason);
                    done("order.closed", number, after);
                });
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

    private static void askReason(String step, String number, Consumer<String> act) {
        ConfirmStep.askReason(
                Texts.of("order." + step + ".title", number),
                Texts.of("order." + step + ".consequence"),
                Texts.of("order.step." + step),
                act);
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

    private static void done(String key, String number, Runnable after) {
        after.run();
        Notices.done(Texts.of(key, number));
    }
}

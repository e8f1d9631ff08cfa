package io.qudao.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.qudao.cart.Cart;
import io.qudao.cart.Carts;
import io.qudao.catalog.SkuId;
import io.qudao.fulfillment.Shipments;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Submission;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.ConfirmStep;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Texts;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The buttons of an order's page, those that the caller may press now. */
@org.springframework.stereotype.Component
class OrderButtons {
    private static final Set<OrderStep> FIRST = Set.of(OrderStep.APPROVE, OrderStep.SHIP, OrderStep.SUBMIT);

    private final Orders orders;
    private final Shipments shipments;
    private final Carts carts;
    private final Suppliers suppliers;
    private final BaseUnits units;

    OrderButtons(Orders orders, Shipments shipments, Carts carts, Suppliers suppliers, BaseUnits units) {
        this.orders = orders;
        this.shipments = shipments;
        this.carts = carts;
        this.suppliers = suppliers;
        this.units = units;
    }

    /** Least important first, so that the main one stands at the right. */
    Component[] of(Order order, Runnable after) {
        return OrderStep.of(order, TenantScope.caller()).stream()
                .sorted((one, other) -> other.compareTo(one))
                .map(step -> button(step, order, after))
                .toArray(Component[]::new);
    }

    private Component button(OrderStep step, Order order, Runnable after) {
        var name = step.name().toLowerCase(Locale.ROOT);
        var button = new Button(Texts.of("order.step." + name), click -> take(step, order, after));
        if (FIRST.contains(step)) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return Named.as("order-" + name, button);
    }

    private void take(OrderStep step, Order order, Runnable after) {
        var number = order.summary().number();
        switch (step) {
            case SUBMIT -> tell(orders.submit(order.id(), order.summary().total()), after);
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
            case SHIP ->
                new ShipDialog(order, unitsOf(order), options -> {
                            shipments.ship(order.id(), options);
                            done("order.shipped", number, after);
                        })
                        .open();
            case AGAIN -> again(order);
        }
    }

    private static void askReason(String step, String number, Consumer<String> act) {
        ConfirmStep.askReason(
                Texts.of("order." + step + ".title", number),
                Texts.of("order." + step + ".consequence"),
                Texts.of("order.step." + step),
                act);
    }

    private Function<SkuId, String> unitsOf(Order order) {
        return units.of(order.lines().stream().map(OrderLine::sku).toList());
    }

    private void again(Order order) {
        var lines = order.lines().stream()
                .map(line -> new Cart.Line(line.sku(), line.ordered()))
                .toList();
        carts.add(order.summary().account(), lines);
        suppliers.choose(order.summary().account());
        CartChanged.tell();
        UI.getCurrent().navigate(PortalNavigation.CART);
    }

    private static void tell(Submission submission, Runnable after) {
        after.run();
        switch (submission) {
            case Submission.Accepted accepted ->
                Notices.done(Texts.of("cart.ordered", accepted.order().summary().number()));
            case Submission.CreditHeld held ->
                Notices.warn(Texts.of(
                        "cart.held.text",
                        MoneyText.format(held.exposure()),
                        MoneyText.format(held.limit()),
                        MoneyText.format(held.over())));
            case Submission.OutOfStock _ -> Notices.warn(Texts.of("cart.out_of_stock"));
            case Submission.PriceChanged changed ->
                Notices.warn(Texts.of(
                        "cart.price_changed.text",
                        MoneyText.format(changed.confirmed()),
                        MoneyText.format(changed.now())));
            case Submission.Unpriced _ -> Notices.warn(Texts.of("cart.unpriced"));
        }
    }

    private static void done(String key, String number, Runnable after) {
        after.run();
        Notices.done(Texts.of(key, number));
    }
}

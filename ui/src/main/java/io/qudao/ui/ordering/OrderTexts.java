package io.qudao.ui.ordering;

import io.qudao.ordering.CreditHold;
import io.qudao.ordering.Order;
import io.qudao.ordering.OrderLine;
import io.qudao.ordering.OrderParties;
import io.qudao.ordering.OrderState;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.Transition;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.record.Visible;
import java.util.Optional;

/** What pages say of orders, without what is hidden from whoever looks at them. */
final class OrderTexts {
    static final String STATUS = "order.status";
    private static final String HELD = "order.held_over";
    static final String[] CODE = {"order_line.sku_code", "sku.code"};
    static final String[] NAME = {"order_line.sku_name", "sku.name"};

    private OrderTexts() {}

    static String number(Order order) {
        return number(order.summary());
    }

    static String number(OrderSummary order) {
        return Visible.title(order.number(), "order.number");
    }

    static String seller(OrderSummary order) {
        return party(order.parties().seller(), "order.seller");
    }

    static String buyer(OrderSummary order) {
        return party(order.parties().buyer(), "order.buyer");
    }

    static Optional<StatusBadge> status(OrderStatus status) {
        return Visible.of(() -> OrderBadge.of(OrderState.of(status)), STATUS);
    }

    static Optional<StatusBadge> state(OrderSummary order) {
        return Visible.of(() -> OrderBadge.of(order.state()), STATUS);
    }

    /** Returns when a step was taken, which is when the order was submitted, sent or received. */
    static Optional<MomentText> at(Transition step) {
        return Visible.of(
                () -> new MomentText(step.at()), "order.submitted_at", "shipment.shipped_at", "shipment.received_at");
    }

    static Optional<MoneyText> total(OrderSummary order) {
        return Visible.of(() -> new MoneyText(order.totals().total()), "order.total");
    }

    /** Returns why the order is on hold, if it is. */
    static Optional<HoldText> hold(OrderSummary order) {
        CreditHold hold = order.creditHold();
        return hold == null
                ? Optional.empty()
                : Visible.of(() -> new HoldText(hold), HELD, "order.held_exposure", "order.held_limit");
    }

    static String goods(OrderLine line) {
        return (Visible.text(line.skuCode(), CODE) + " " + Visible.text(line.skuName(), NAME)).strip();
    }

    private static String party(OrderParties.Party party, String field) {
        return Visible.title(party.name(), field, "partner.name");
    }
}

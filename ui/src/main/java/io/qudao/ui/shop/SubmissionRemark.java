package io.qudao.ui.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.qudao.ordering.Order;
import io.qudao.ordering.Submission;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.QuantityText;
import io.qudao.ui.component.Remark;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.Tone;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.ordering.OrderingNavigation;
import java.util.function.UnaryOperator;

/** Explains the result of a submission: what happened, what was stored, what to do. */
final class SubmissionRemark {
    private SubmissionRemark() {}

    /** @param unitOf returns the base unit of a SKU by code */
    static Component of(Submission submission, UnaryOperator<String> unitOf) {
        var remark = switch (submission) {
            case Submission.Accepted accepted ->
                new Remark(Tone.GREEN, strong("submission.accepted", number(accepted.order())));
            case Submission.CreditHeld held -> held(held);
            case Submission.OutOfStock shortage -> outOfStock(shortage, unitOf);
            case Submission.PriceChanged changed -> priceChanged(changed);
            case Submission.Unpriced _ -> new Remark(Tone.AMBER, strong("submission.unpriced"));
        };
        remark.getElement().setAttribute("data-outcome", submission.getClass().getSimpleName());
        return Named.as("submission", remark);
    }

    private static Remark held(Submission.CreditHeld held) {
        var order = new Anchor("/" + OrderingNavigation.order(held.order().id()), Texts.of("submission.to_order"));
        return new Remark(
                Tone.AMBER,
                strong("submission.held", number(held.order())),
                text(
                        "submission.held.text",
                        MoneyText.format(held.exposure()),
                        MoneyText.format(held.limit()),
                        MoneyText.format(held.over())),
                order);
    }

    private static Remark outOfStock(Submission.OutOfStock shortage, UnaryOperator<String> unitOf) {
        var lines = new UnorderedList();
        shortage.lines()
                .forEach(line -> lines.add(new ListItem(Texts.of(
                        "submission.out_of_stock.line",
                        Visible.title(line.skuCode(), "sku.code"),
                        QuantityText.format(line.wanted(), unitOf.apply(line.skuCode())),
                        QuantityText.format(line.available(), unitOf.apply(line.skuCode()))))));
        return new Remark(Tone.AMBER, strong("submission.out_of_stock"), lines);
    }

    private static Remark priceChanged(Submission.PriceChanged changed) {
        return new Remark(
                Tone.AMBER,
                strong("submission.price_changed"),
                text(
                        "submission.price_changed.text",
                        MoneyText.format(changed.confirmed()),
                        MoneyText.format(changed.now())));
    }

    private static String number(Order order) {
        return Visible.title(order.number(), "order.number");
    }

    private static Span strong(String key, Object... arguments) {
        var span = text(key, arguments);
        span.addClassName("q-strong");
        return span;
    }

    private static Span text(String key, Object... arguments) {
        return new Span(Texts.of(key, arguments));
    }
}

package io.qudao.ordering;

import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/**
 * An order request before anything in it is looked up. Goods and partners may be named by codes that mean something
 * else, or nothing, by the time the request is repeated.
 *
 * @param content content of the request as it was sent; under one key, equal contents by {@link Fingerprint} are one
 *     order (O3)
 * @param draft resolves the request to a draft; called inside the order's transaction, each time it starts, and not at
 *     all if the key already has an order
 */
public record OrderWish(Value.Fields content, Supplier<OrderDraft> draft) {
    /** Returns a request whose partners and goods are given by id. */
    public static OrderWish of(OrderDraft draft) {
        return new OrderWish(content(draft), () -> draft);
    }

    private static Value.Fields content(OrderDraft draft) {
        var content = new LinkedHashMap<String, Value>();
        content.put("seller", Value.of(draft.seller().value()));
        content.put("buyer", Value.of(draft.buyer().value()));
        var currency = draft.currency();
        content.put("currency", currency == null ? Value.none() : Value.text(currency.value()));
        content.put(
                "lines",
                new Value.Items(draft.lines().stream().map(OrderWish::line).toList()));
        var at = draft.at();
        content.put("at", at == null ? Value.none() : Value.of(at));
        String number = draft.references().externalNumber();
        content.put("externalNumber", number == null ? Value.none() : Value.text(number));
        content.put("custom", new Value.Fields(new LinkedHashMap<>(draft.custom())));
        return new Value.Fields(content);
    }

    /** The content of a line without own fields is what it was before there were any, so that old keys stay valid. */
    private static Value line(OrderDraft.Line line) {
        var content = new ArrayList<Value>(List.of(
                Value.of(line.sku().value()),
                Value.of(line.quantity().value()),
                Value.text(line.quantity().unit())));
        if (!line.custom().isEmpty()) {
            content.add(new Value.Fields(new LinkedHashMap<>(line.custom())));
        }
        return new Value.Items(content);
    }
}

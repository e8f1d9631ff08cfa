package io.qudao.ordering;

import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a client asks for, before anything of it is looked up: goods and partners may be named by codes that mean something
 * else, or nothing, by the time the request is repeated.
 *
 * @param content of the request as it was sent; under one key, equal contents by {@link Fingerprint} are one order (O3)
 * @param draft what it means now; asked for inside the order's transaction, each time it begins, and not at all for a
 *     request that was answered before
 */
public record OrderWish(Value.Fields content, Supplier<OrderDraft> draft) {
    /** A draft whose partners and goods are known by id. */
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

    private static Value line(OrderDraft.Line line) {
        return new Value.Items(List.of(
                Value.of(line.sku().value()),
                Value.of(line.quantity().value()),
                Value.text(line.quantity().unit())));
    }
}

package io.qudao.ordering.web;

import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.Value;
import io.qudao.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content of an order request as values, without looking anything up, so that it is the same whenever it is sent
 * again.
 */
final class RequestContent {
    private RequestContent() {}

    static Value.Fields of(OrderRequest request) {
        var content = new LinkedHashMap<String, Value>();
        content.put("seller", id(request.seller()));
        content.put("sellerCode", text(request.sellerCode()));
        content.put("buyer", id(request.buyer() == null && request.buyerCode() == null ? self() : request.buyer()));
        content.put("buyerCode", text(request.buyerCode()));
        var usual = TenantScope.caller().tenant().currency().value();
        content.put("currency", Value.text(request.currency() == null ? usual : request.currency()));
        var lines = request.lines() == null ? List.<OrderRequest.Line>of() : request.lines();
        content.put(
                "lines",
                new Value.Items(lines.stream().map(RequestContent::line).toList()));
        content.put("at", instant(request.at()));
        content.put("externalNumber", text(request.externalNumber()));
        content.put(
                "custom",
                request.custom() == null
                        ? Value.none()
                        : Fingerprint.untyped(request.custom().values()));
        return new Value.Fields(content);
    }

    private static Value line(OrderRequest.@Nullable Line line) {
        if (line == null) {
            return Value.none();
        }
        var quantity = line.quantity();
        var content = new ArrayList<Value>(List.of(
                id(line.sku()),
                text(line.skuCode()),
                text(line.unit()),
                quantity == null ? Value.none() : Value.of(quantity)));
        if (line.custom() != null) {
            content.add(Fingerprint.untyped(line.custom().values()));
        }
        return new Value.Items(content);
    }

    /** Returns the buyer of a request that names none. */
    private static @Nullable UUID self() {
        return TenantScope.caller().partner();
    }

    private static Value id(@Nullable UUID id) {
        return id == null ? Value.none() : Value.of(id);
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.none() : Value.text(text);
    }

    private static Value instant(@Nullable Instant instant) {
        return instant == null ? Value.none() : Value.of(instant);
    }
}

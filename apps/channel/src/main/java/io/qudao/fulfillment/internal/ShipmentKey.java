package io.qudao.fulfillment.internal;

import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.kernel.Value;
import io.qudao.ordering.OrderId;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What is compared under the key of a shipment; each order has keys of its own. */
final class ShipmentKey {
    private ShipmentKey() {}

    static KeyedRequest of(OrderId order, ShipOptions options) {
        var goods = new LinkedHashMap<String, Value>();
        options.goods().forEach((line, quantity) -> goods.put(String.valueOf(line), Value.of(quantity)));
        var content = new LinkedHashMap<String, Value>();
        content.put("goods", new Value.Fields(goods));
        content.put("carrier", text(options.carrier()));
        content.put("tracking", text(options.tracking()));
        if (!options.custom().values().isEmpty()) {
            content.put("custom", options.custom());
        }
        return new KeyedRequest("shipment of " + order.value(), options.key(), new Value.Fields(content));
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.none() : Value.text(text);
    }
}

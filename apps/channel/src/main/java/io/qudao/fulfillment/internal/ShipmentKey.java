package io.qudao.fulfillment.internal;

import io.qudao.fulfillment.ShipmentId;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a key has made already.
 *
 * @param sameOptions whether the same was asked for
 */
record ShipmentKey(ShipmentId shipment, boolean sameOptions) {
    /** @param kept null: by a build that kept no fingerprint, so that the key alone counts */
    static ShipmentKey of(ShipmentId shipment, byte @Nullable [] kept, ShipOptions options) {
        return new ShipmentKey(shipment, kept == null || Arrays.equals(kept, fingerprint(options)));
    }

    static byte[] fingerprint(ShipOptions options) {
        var goods = new LinkedHashMap<String, Value>();
        options.goods().forEach((line, quantity) -> goods.put(String.valueOf(line), Value.of(quantity)));
        var content = new LinkedHashMap<String, Value>();
        content.put("goods", new Value.Fields(goods));
        content.put("carrier", text(options.carrier()));
        content.put("tracking", text(options.tracking()));
        if (!options.custom().values().isEmpty()) {
            content.put("custom", options.custom());
        }
        return Fingerprint.of(new Value.Fields(content));
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.none() : Value.text(text);
    }
}

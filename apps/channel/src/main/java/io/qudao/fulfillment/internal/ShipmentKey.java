package io.qudao.fulfillment.internal;

import io.qudao.fulfillment.ShipmentId;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The shipment a key belongs to.
 *
 * @param sameOptions whether the options are the same
 */
record ShipmentKey(ShipmentId shipment, boolean sameOptions) {
    /**
     * @param kept stored fingerprint; null if written by a version without fingerprints, in which case only the key is
     *     compared
     */
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

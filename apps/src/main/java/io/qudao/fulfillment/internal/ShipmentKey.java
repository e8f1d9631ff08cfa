package io.qudao.fulfillment.internal;

import io.qudao.fulfillment.ShipmentId;
import io.qudao.fulfillment.Shipments.ShipOptions;
import io.qudao.kernel.Fingerprint;
import io.qudao.kernel.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A shipment and what was asked for when its key made it.
 *
 * @param fingerprint null: made by a build that kept none, so that the key alone counts
 */
@SuppressWarnings("ArrayRecordComponent")
record ShipmentKey(ShipmentId shipment, byte @Nullable [] fingerprint) {
    boolean isFor(ShipOptions options) {
        return fingerprint == null || Arrays.equals(fingerprint, fingerprint(options));
    }

    static byte[] fingerprint(ShipOptions options) {
        var goods = new LinkedHashMap<String, Value>();
        options.goods().forEach((line, quantity) -> goods.put(String.valueOf(line), Value.of(quantity)));
        var content = new LinkedHashMap<String, Value>();
        content.put("goods", new Value.Fields(goods));
        content.put("carrier", text(options.carrier()));
        content.put("tracking", text(options.tracking()));
        return Fingerprint.of(new Value.Fields(content));
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.none() : Value.text(text);
    }
}

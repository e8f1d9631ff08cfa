package io.qudao.ordering.internal;

import io.qudao.kernel.Value;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.Orders.PlaceOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/** What makes two orders under one key the same (O3): every value, whatever the order of JSON members was. */
final class BodyHash {
    private BodyHash() {}

    static byte[] of(OrderDraft draft, PlaceOptions options) {
        var canonical = draft.seller() + "|" + draft.buyer() + "|" + draft.currency() + "|" + draft.lines() + "|"
                + draft.at() + "|" + draft.externalNumber() + "|" + sorted(draft.custom()) + "|"
                + options.submit() + "|" + options.confirmed();
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> sorted(Map<String, Value> values) {
        var sorted = new TreeMap<String, Object>();
        values.forEach((name, value) ->
                sorted.put(name, value instanceof Value.Fields(var parts) ? sorted(parts) : value));
        return sorted;
    }
}

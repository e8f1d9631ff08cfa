package io.qudao.gateway;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * A call that could not be sent directly to a node and therefore goes through the filters.
 *
 * @param refusal why the call is refused; null if the filters decide
 */
public record HandedOver(IncomingRequest incoming, @Nullable Refusal refusal) {
    private static final AttributeKey<HandedOver> ATTRIBUTE = AttributeKey.valueOf(HandedOver.class, "call");

    /** Makes this known to the filters while the call enters them. */
    public void during(Channel client, Runnable entering) {
        client.attr(ATTRIBUTE).set(this);
        entering.run();
        client.attr(ATTRIBUTE).set(null);
    }

    /** Returns what is known of the call that is entering the filters; null for calls that were not handed over. */
    public static @Nullable HandedOver of(Channel client) {
        return client.attr(ATTRIBUTE).get();
    }
}

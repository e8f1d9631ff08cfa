package io.qudao.outbox;

import io.qudao.kernel.ByModules;
import java.util.Collection;

/** Where a module writes the messages about its changes. */
public interface Outbox {
    /**
     * Writes a message in the running transaction. It is delivered if and only if the transaction commits.
     *
     * @param topic what happened, dotted, such as {@code product.changed}
     * @param key messages with the same key, such as a record's id, are delivered in the order they were written
     * @param json the message's body
     */
    @ByModules
    void append(String topic, String key, String json);

    /** Writes a message with the same topic and body for each key, in order. */
    @ByModules
    void append(String topic, Collection<String> keys, String json);
}

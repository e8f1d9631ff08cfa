package io.qudao.outbox;

import io.qudao.kernel.ByModules;
import java.util.Collection;

/** Where a module leaves the messages of its change. */
public interface Outbox {
    /**
     * Writes a message in the running transaction: it is delivered if, and only if, that commits.
     *
     * @param topic what happened, dotted, such as {@code product.changed}
     * @param key messages of the same key are delivered in the order they were written, such as a record's id
     * @param json the message's body
     */
    @ByModules
    void append(String topic, String key, String json);

    /** Writes a message of the same topic and body for each key, in order. */
    @ByModules
    void append(String topic, Collection<String> keys, String json);
}

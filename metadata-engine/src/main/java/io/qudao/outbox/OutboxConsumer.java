package io.qudao.outbox;

import java.util.List;
import java.util.Set;

/** Consumes messages from the outbox; implemented by a bean of the module that needs them. */
public interface OutboxConsumer {
    /** Returns a stable name, under which undeliverable messages are kept. */
    String name();

    /** Returns the topics it consumes; called for each batch. */
    Set<String> topics();

    /**
     * Consumes a batch of one tenant in order, inside that tenant's scope and a transaction. A message may be delivered
     * again after a crash. If this throws, the batch is rejected and its messages are delivered one by one. A message
     * rejected on its own is retried later, and later messages with the same key wait behind it.
     */
    void consume(List<OutboxMessage> messages);

    /**
     * Returns the number of attempts after which a message is set aside as a dead letter and later messages with its
     * key continue.
     */
    default int attempts() {
        return 12;
    }
}

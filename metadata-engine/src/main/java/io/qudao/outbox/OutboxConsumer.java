package io.qudao.outbox;

import java.util.List;
import java.util.Set;

/** Takes messages out of the outbox: a bean of the module that wants them. */
public interface OutboxConsumer {
    /** Stable name; messages that could not be delivered are kept under it. */
    String name();

    /** The topics it wants; asked for each batch. */
    Set<String> topics();

    /**
     * Takes a batch of one tenant, inside that tenant's scope and a transaction, in order. The same message may come again
     * after a crash. Throwing rejects the batch: its messages then come one by one, and a message that is rejected on its
     * own waits and comes again, with later ones of its key behind it.
     */
    void consume(List<OutboxMessage> messages);

    /** After so many attempts a message is laid aside as a dead letter and its key goes on. */
    default int attempts() {
        return 12;
    }
}

package io.qudao.outbox.internal;

import io.qudao.outbox.OutboxConsumer;
import io.qudao.outbox.OutboxMessage;
import io.qudao.outbox.internal.OutboxRows.Waiting;
import io.qudao.tenancy.TenantScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers messages to consumers in the running transaction. A message that a consumer rejects is kept for that
 * consumer alone, so that it does not affect the others; later messages with the same key wait behind it.
 */
@Component
final class OutboxDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);

    private final OutboxRows rows;
    private final OutboxProperties properties;
    private final List<OutboxConsumer> consumers;

    OutboxDelivery(OutboxRows rows, OutboxProperties properties, List<OutboxConsumer> consumers) {
        this.rows = rows;
        this.properties = properties;
        this.consumers = List.copyOf(consumers);
    }

    List<OutboxConsumer> consumers() {
        return consumers;
    }

    /**
     * Delivers a batch of new messages to all consumers that want them and returns their number. A consumer that throws
     * ends the batch.
     */
    int batch() {
        var messages = rows.next(properties.batch());
        if (!messages.isEmpty()) {
            consumers.forEach(consumer -> hand(consumer, messages));
            rows.remove(messages);
        }
        return messages.size();
    }

    /** Delivers the next message and keeps it for the consumers that rejected it. Returns false if there is none. */
    boolean one(Rejections rejections) {
        var messages = rows.next(1);
        if (messages.isEmpty()) {
            return false;
        }
        for (OutboxConsumer consumer : consumers) {
            var rejection = rejections.of(consumer, messages.getFirst());
            if (rejection == null) {
                hand(consumer, messages);
            } else {
                keep(consumer, new Waiting(messages.getFirst(), 1), rejection);
            }
        }
        rows.remove(messages);
        return true;
    }

    /** Delivers a rejected message again, unless another node already has. */
    void again(OutboxConsumer consumer, Waiting waiting) {
        long position = waiting.message().position();
        if (rows.isWaiting(consumer.name(), position)) {
            consume(consumer, List.of(waiting.message()));
            rows.forget(consumer.name(), position);
        }
    }

    void keep(OutboxConsumer consumer, Waiting rejected, Throwable rejection) {
        boolean dead = rejected.attempts() >= consumer.attempts();
        LOG.warn(
                "Tenant {}: {} rejects message {} of topic {}, attempt {}{}",
                TenantScope.tenant(),
                consumer.name(),
                rejected.message().position(),
                rejected.message().topic(),
                rejected.attempts(),
                dead ? "; it is set aside as a dead letter" : "",
                rejection);
        rows.keep(
                consumer.name(),
                rejected,
                properties.backoffAfter(rejected.attempts()),
                dead,
                String.valueOf(rejection));
    }

    private void hand(OutboxConsumer consumer, List<OutboxMessage> messages) {
        var topics = consumer.topics();
        var wanted = new ArrayList<>(messages);
        wanted.removeIf(message -> !topics.contains(message.topic()));
        if (wanted.isEmpty()) {
            return;
        }
        var blocked = rows.waitingKeys(consumer.name());
        for (OutboxMessage message : wanted) {
            if (blocked.contains(message.key())) {
                rows.keep(consumer.name(), new Waiting(message, 0), Duration.ZERO, false, "");
            }
        }
        wanted.removeIf(message -> blocked.contains(message.key()));
        if (!wanted.isEmpty()) {
            consume(consumer, wanted);
        }
    }

    private static void consume(OutboxConsumer consumer, List<OutboxMessage> messages) {
        try {
            consumer.consume(messages);
        } catch (RuntimeException rejection) {
            throw new RejectedException(consumer.name(), messages.getFirst().position(), rejection);
        }
    }

    /** The consumers that rejected the message being delivered. */
    record Rejections(long position, Map<String, Throwable> byConsumer) {
        static Rejections none() {
            return new Rejections(0, Map.of());
        }

        Rejections plus(RejectedException rejected) {
            var more = new HashMap<String, Throwable>(position == rejected.position() ? byConsumer : Map.of());
            more.put(rejected.consumer(), rejected.getCause());
            return new Rejections(rejected.position(), Map.copyOf(more));
        }

        @Nullable
        Throwable of(OutboxConsumer consumer, OutboxMessage message) {
            return message.position() == position ? byConsumer.get(consumer.name()) : null;
        }
    }
}

package io.qudao.outbox.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for the delivery of messages.
 *
 * @param poll longest time between two checks of the outbox; messages written on this node are delivered at once
 * @param batch maximum number of messages of one tenant delivered in one turn
 * @param workers tenants served at the same time
 * @param backoff delay before the second attempt, doubled after each attempt
 * @param longestBackoff maximum of this delay
 */
@ConfigurationProperties("qudao.outbox")
record OutboxProperties(
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("200") int batch,
        @DefaultValue("4") int workers,
        @DefaultValue("1s") Duration backoff,
        @DefaultValue("5m") Duration longestBackoff) {
    OutboxProperties {
        if (poll.isNegative() || poll.isZero() || batch < 1 || workers < 1 || backoff.isNegative()) {
            throw new IllegalArgumentException("qudao.outbox needs positive poll, batch, workers and backoff");
        }
    }

    Duration backoffAfter(int attempts) {
        var doubled = backoff.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(longestBackoff) < 0 ? doubled : longestBackoff;
    }
}

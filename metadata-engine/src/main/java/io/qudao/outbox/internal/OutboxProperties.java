package io.qudao.outbox.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How eagerly messages leave.
 *
 * @param poll longest time between two looks at the outbox; this node's own messages leave at once
 * @param batch messages of one tenant delivered in one turn
 * @param workers tenants served at the same time
 * @param backoff wait before the second attempt, doubled with each
 * @param longestBackoff where doubling ends
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

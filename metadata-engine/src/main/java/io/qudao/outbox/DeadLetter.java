package io.qudao.outbox;

import java.time.Instant;

/**
 * A message that a consumer has rejected.
 *
 * @param dead whether it has been set aside; false while it is still retried
 * @param due time of the next attempt, if not dead
 */
public record DeadLetter(
        String consumer, OutboxMessage message, int attempts, boolean dead, Instant due, String error) {}

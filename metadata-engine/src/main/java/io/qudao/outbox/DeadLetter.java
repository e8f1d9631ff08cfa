package io.qudao.outbox;

import java.time.Instant;

/**
 * A message that a consumer has rejected so far.
 *
 * @param dead whether it has been laid aside; false while it is still tried
 * @param due when it is tried next, where not dead
 */
public record DeadLetter(
        String consumer, OutboxMessage message, int attempts, boolean dead, Instant due, String error) {}

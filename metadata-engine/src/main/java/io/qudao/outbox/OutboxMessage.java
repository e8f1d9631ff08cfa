package io.qudao.outbox;

import java.time.Instant;

/**
 * A message in the outbox.
 *
 * @param position grows in the order of writing within a tenant and identifies the message there
 */
public record OutboxMessage(long position, String topic, String key, String json, Instant writtenAt) {}

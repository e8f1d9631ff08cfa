package io.qudao.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program of a tenant that may call its API.
 *
 * @param lastUsedAt when it last got a token, give or take a minute
 */
public record ApiClient(
        UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

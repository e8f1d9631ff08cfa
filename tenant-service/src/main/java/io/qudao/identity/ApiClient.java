package io.qudao.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program of a tenant that may call the tenant's API.
 *
 * @param lastUsedAt when it last got a token, accurate to about a minute
 */
public record ApiClient(
        UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

package io.qudao.metadata;

import java.time.Instant;

/**
 * A numbered, immutable state of a tenant's own components.
 *
 * @param changes how many components differ from the release before
 */
public record Release(int number, String comment, Instant publishedAt, String publishedBy, int changes) {}

package io.qudao.metadata;

import java.time.Instant;

/**
 * A numbered, immutable state of a tenant's own components.
 *
 * @param changes number of components that differ from the previous release
 */
public record Release(int number, String comment, Instant publishedAt, String publishedBy, int changes) {}

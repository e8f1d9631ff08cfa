package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import org.jspecify.annotations.Nullable;

/**
 * One edited component of a change set.
 *
 * @param document the new document; null if the component is removed
 * @param base the published document that the edit started from; null if there was none
 * @param origin its key before it was renamed; null if it was not
 */
public record Edit(
        @Nullable Document document,
        @Nullable Document base,
        @Nullable ComponentKey origin) {}

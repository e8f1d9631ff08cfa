package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import org.jspecify.annotations.Nullable;

/**
 * One component of a change set.
 *
 * @param document what it becomes; null where it is removed
 * @param base the published document that the edit started from; null where there was none
 * @param origin its key before it was renamed; null where it was not
 */
record Edit(
        @Nullable Document document,
        @Nullable Document base,
        @Nullable ComponentKey origin) {}

package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One edited component of a change set.
 *
 * @param document the new document; null if the component is removed
 * @param base the published document that the edit started from; null if there was none
 * @param origin its key in the release that the edit started from; null if it has not been renamed
 * @param identity its identity as in {@link Identities}, by which it is found under whatever name it is published; null if it
 *     was not published
 * @param made when the first edit was stored; null before
 */
public record Edit(
        @Nullable Document document,
        @Nullable Document base,
        @Nullable ComponentKey origin,
        @Nullable String identity,
        @Nullable Instant made) {
    /** An edit of a component that is not published. */
    public static Edit ofNew(@Nullable Document document) {
        return new Edit(document, null, null, null, null);
    }

    /** Returns the key by which the release that the edit started from has the component. */
    public ComponentKey start(ComponentKey key) {
        return origin == null ? key : origin;
    }

    /** Returns whether the component was published when the edit started. */
    public boolean isOfPublished() {
        return base != null || origin != null || identity != null;
    }

    public Edit with(@Nullable Document other) {
        return new Edit(other, base, origin, identity, made);
    }
}

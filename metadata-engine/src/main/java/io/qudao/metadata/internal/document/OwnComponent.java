package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A component in a tenant's own layer.
 *
 * @param identity as in {@link MergedComponent#identity()}
 * @param made when its first edit was stored; null if no change set edits it
 */
public record OwnComponent(
        Document document,
        @Nullable String identity,
        @Nullable Instant made) {
    /** In the order they were made, those that no change set edits first. */
    public static final Comparator<OwnComponent> AS_MADE =
            Comparator.comparing(OwnComponent::since).thenComparing(OwnComponent::key);

    /** A component that no change set edits. */
    public OwnComponent(Document document, @Nullable String identity) {
        this(document, identity, null);
    }

    public ComponentKey key() {
        return document.key();
    }

    public OwnComponent as(@Nullable String other) {
        return new OwnComponent(document, other, made);
    }

    private Instant since() {
        return made == null ? Instant.MIN : made;
    }
}

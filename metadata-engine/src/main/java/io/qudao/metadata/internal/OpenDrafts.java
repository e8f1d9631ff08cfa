package io.qudao.metadata.internal;

import io.qudao.expression.Expressions;
import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Draft;
import io.qudao.metadata.internal.document.Edits;
import io.qudao.metadata.internal.document.Identities;
import io.qudao.metadata.internal.document.Layers;
import io.qudao.metadata.internal.document.Shipped;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the chosen change set, in the caller's transaction. */
@Component
final class OpenDrafts {
    private final JdbcReleaseStore releases;
    private final JdbcChangeSetStore changeSets;
    private final Planner planner;
    private final Layers layers;
    private final Expressions expressions;
    private final Clock clock;

    OpenDrafts(
            JdbcReleaseStore releases,
            JdbcChangeSetStore changeSets,
            Planner planner,
            Layers layers,
            Expressions expressions,
            Clock clock) {
        this.releases = releases;
        this.changeSets = changeSets;
        this.planner = planner;
        this.layers = layers;
        this.expressions = expressions;
        this.clock = clock;
    }

    /** Opens it to be edited; the edits of a tenant follow one another. */
    OpenDraft open() {
        releases.lock();
        var live = releases.live();
        return new OpenDraft(changeSets, this, live, planner.footing(live).lower(), clock);
    }

    /** Returns whether somebody else than its author has edited it. */
    boolean isShared(Edits edits) {
        var id = edits.id();
        return id != null && changeSets.isShared(id);
    }

    /** Merges it with what is published. */
    Merge merge(PublishedState live) {
        return merge(changeSets.read(), live, planner.footing(live).lower(), null);
    }

    /** @param theirs the edited component of which the published side wins; elsewhere, the edit does */
    Merge merge(Edits edits, PublishedState live, Shipped lower, @Nullable ComponentKey theirs) {
        var merge = new Merge(edits, live.components(), key -> key.equals(theirs) ? Side.THEIRS : Side.MINE);
        merge.run(since(edits, live), layers, lower, expressions);
        return merge;
    }

    /** Returns what was renamed since the first edit started. */
    private Map<ComponentKey, ComponentKey> since(Edits edits, PublishedState live) {
        return edits.components().isEmpty() || edits.base() == live.number()
                ? Map.of()
                : releases.identitiesSince(edits.base()).renamedIn(Identities.of(live.own()));
    }

    Draft read() {
        return changeSets.read().draft(releases.live().number());
    }

    void discard() {
        releases.lock();
        changeSets.current().ifPresent(changeSets::delete);
    }
}

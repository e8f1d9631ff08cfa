package io.qudao.metadata.internal;

import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.Releases.Listing;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Layers;
import io.qudao.metadata.internal.document.MergedComponent;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Schemas;
import io.qudao.metadata.internal.document.Shipped;
import io.qudao.metadata.internal.document.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the components as the chosen change set would leave them, in the caller's transaction. */
@Component
final class Listings {
    private static final int TAG_LENGTH = 32;

    private final JdbcReleaseStore releases;
    private final OpenDrafts drafts;
    private final Planner planner;
    private final Layers layers;
    private final Schemas schemas;

    Listings(JdbcReleaseStore releases, OpenDrafts drafts, Planner planner, Layers layers, Schemas schemas) {
        this.releases = releases;
        this.drafts = drafts;
        this.planner = planner;
        this.layers = layers;
        this.schemas = schemas;
    }

    /** What the listings of one call are made from. */
    private record Drafted(
            Shipped lower, Map<ComponentKey, OwnComponent> own, Set<ComponentKey> edited, ComponentCatalog merged) {}

    List<Listing> components() {
        var live = releases.live();
        var lower = planner.footing(live).lower();
        var merge = drafts.merge(live);
        var own = merge.components();
        var drafted = new Drafted(lower, own, merge.edited(), layers.merge(lower, own.values(), new Violations()));
        var listings = new ArrayList<Listing>();
        drafted.merged().inOrder().stream()
                .map(MergedComponent::key)
                .forEach(key -> listings.add(listing(drafted, key)));
        // A document with a wrong form is not in the catalog, but it is in the draft.
        var listed = listings.stream().map(Listing::key).collect(Collectors.toSet());
        own.keySet().stream().filter(key -> !listed.contains(key)).forEach(key -> listings.add(listing(drafted, key)));
        return listings;
    }

    private static Listing listing(Drafted drafted, ComponentKey key) {
        var below = drafted.lower().documents().get(key);
        var mine = drafted.own().get(key);
        var effective = mine == null ? Objects.requireNonNull(below) : Layers.effective(drafted.lower(), mine);
        return new Listing(
                key,
                below == null ? null : below.json(),
                mine == null ? null : mine.document().json(),
                effective.json(),
                systemFields(drafted.merged(), key),
                drafted.edited().contains(key),
                tag(effective));
    }

    private static List<Field> systemFields(ComponentCatalog merged, ComponentKey key) {
        return key.kind() == ComponentKind.OBJECT
                ? merged.object(key.name()).map(SystemFields::of).orElse(List.of())
                : List.of();
    }

    /** Returns the tag of a component; empty if there is none. */
    static String tag(@Nullable Document effective) {
        return effective == null
                ? ""
                : effective
                        .hash()
                        .substring(0, Math.min(TAG_LENGTH, effective.hash().length()));
    }

    /** Returns the JSON Schema of a kind's documents. */
    String schema(ComponentKind kind) {
        return schemas.text(kind);
    }

    /** Returns the document of a component that ships now. */
    Optional<String> shipped(ComponentKey key) {
        return Optional.ofNullable(layers.shipped().documents().get(key)).map(Document::json);
    }

    /** Returns the conflicts of an upgrade. */
    List<Violation> upgradeConflicts() {
        return planner.footing(releases.live()).conflicts();
    }
}

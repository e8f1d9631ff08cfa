package io.qudao.metadata.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Draft;
import io.qudao.metadata.Releases.Listing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Edits of the draft, in the caller's transaction. */
@org.springframework.stereotype.Component
final class Drafting {
    private final JdbcReleaseStore releases;
    private final JdbcDraftStore drafts;
    private final Layers layers;
    private final Schemas schemas;
    private final Clock clock;

    Drafting(JdbcReleaseStore releases, JdbcDraftStore drafts, Layers layers, Schemas schemas, Clock clock) {
        this.releases = releases;
        this.drafts = drafts;
        this.layers = layers;
        this.schemas = schemas;
        this.clock = clock;
    }

    Draft draft() {
        return drafts.read().draft(releases.live().number());
    }

    Draft put(Component component) {
        var document = Document.of(component.key(), CanonicalJson.read(component.json()));
        requireForm(document);
        int newest = releases.lock();
        drafts.touch(newest, clock.instant());
        drafts.put(document);
        return drafts.read().draft(newest);
    }

    Draft remove(ComponentKey key) {
        int newest = releases.lock();
        var published = releases.live().components();
        var own = drafts.read().applyTo(published);
        if (!own.containsKey(key)) {
            throw new ProblemException(
                    layers.lower().containsKey(key)
                            ? MetadataProblem.STANDARD_COMPONENT
                            : MetadataProblem.UNKNOWN_COMPONENT,
                    key);
        }
        var gone = own.keySet().stream().filter(other -> goesWith(other, key)).toList();
        drafts.touch(newest, clock.instant());
        drafts.forget(gone);
        drafts.markRemoved(gone.stream().filter(published::containsKey).toList());
        return drafts.read().draft(newest);
    }

    void discard() {
        releases.lock();
        drafts.clear();
    }

    List<Listing> components() {
        var edits = drafts.read();
        var own = edits.applyTo(releases.live().components());
        var keys = new TreeSet<>(layers.lower().keySet());
        keys.addAll(own.keySet());
        var listings = new ArrayList<Listing>();
        keys.forEach(key -> listings.add(listing(key, own, edits)));
        return listings;
    }

    private Listing listing(ComponentKey key, Map<ComponentKey, Owned> own, Edits edits) {
        var below = layers.lower().get(key);
        var mine = own.get(key);
        var effective = mine == null ? java.util.Objects.requireNonNull(below) : layers.effective(mine);
        return new Listing(
                key,
                below == null ? null : below.json(),
                mine == null ? null : mine.document().json(),
                effective.json(),
                edits.components().containsKey(key));
    }

    private boolean goesWith(ComponentKey other, ComponentKey key) {
        boolean ownObject =
                key.kind() == ComponentKind.OBJECT && !layers.lower().containsKey(key);
        return other.equals(key) || (ownObject && other.object().equals(key.name()));
    }

    private void requireForm(Document document) {
        var violations = new Violations();
        boolean overrides = layers.lower().containsKey(document.key());
        if (!overrides) {
            NameCheck.check(document.key(), violations);
        }
        schemas.checkTenant(document, overrides, violations);
        schemas.check(layers.effective(new Owned(document, null)), violations);
        ProblemException.failIfAny(MetadataProblem.INVALID_COMPONENT, violations.list(), document.key());
    }
}

package io.qudao.metadata.internal;

import io.qudao.expression.Expressions;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Draft;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.PermissionSet.Level;
import io.qudao.metadata.internal.check.NameCheck;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Layers;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Schemas;
import io.qudao.metadata.internal.document.Shipped;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Edits the chosen change set, in the caller's transaction. */
@org.springframework.stereotype.Component
final class Drafting {
    private final OpenDrafts drafts;
    private final Layers layers;
    private final Schemas schemas;
    private final Expressions expressions;

    Drafting(OpenDrafts drafts, Layers layers, Schemas schemas, Expressions expressions) {
        this.drafts = drafts;
        this.layers = layers;
        this.schemas = schemas;
        this.expressions = expressions;
    }

    Draft draft() {
        return drafts.read();
    }

    Draft put(Component component, @Nullable String tag) {
        var document = Document.of(component.key(), CanonicalJson.read(component.json()));
        var draft = drafts.open();
        requireForm(document, draft.lower());
        requireTag(component.key(), draft, tag);
        draft.put(document.key(), document);
        return draft.draft();
    }

    Draft grant(String object, Set<String> permissionSets) {
        var draft = drafts.open();
        var own = draft.own();
        var access = new TreeSet<>(permissionSets)
                .stream()
                        .filter(set -> !AccessPatch.isSaid(set, object, draft.lower(), own))
                        .map(set -> new Access(set, object, Level.EDIT, Set.of()))
                        .toList();
        AccessPatch.apply(access, draft.lower(), own).values().stream()
                .filter(owned -> !owned.equals(own.get(owned.key())))
                .forEach(owned -> draft.put(owned.key(), owned.document()));
        return draft.draft();
    }

    Draft remove(ComponentKey key, @Nullable String tag) {
        var draft = drafts.open();
        var own = draft.own();
        requireOwn(key, own.containsKey(key), draft.lower());
        requireTag(key, draft, tag);
        draft.remove(own.keySet().stream()
                .filter(other -> goesWith(other, key, draft.lower()))
                .toList());
        return draft.draft();
    }

    Draft rename(ComponentKey key, String name) {
        var draft = drafts.open();
        var own = draft.own();
        requireOwn(key, own.containsKey(key) && !draft.lower().has(key), draft.lower());
        var renaming = new Renaming(key, name, expressions);
        renaming.check(draft.known(), draft.lower());
        var merged = layers.merge(draft.lower(), own.values(), new Violations());
        draft.rename(renaming.of(own.values(), merged));
        return draft.draft();
    }

    /** @param attributes those to resolve; empty: all */
    Draft resolve(ComponentKey key, Side side, Set<String> attributes) {
        var draft = drafts.open();
        boolean there = attributes.isEmpty() ? draft.resolve(key, side) : draft.resolve(key, side, attributes);
        if (!there) {
            throw new ProblemException(MetadataProblem.UNKNOWN_COMPONENT, key);
        }
        return draft.draft();
    }

    void discard() {
        drafts.discard();
    }

    private static void requireOwn(ComponentKey key, boolean own, Shipped lower) {
        if (!own) {
            throw new ProblemException(
                    lower.has(key) ? MetadataProblem.STANDARD_COMPONENT : MetadataProblem.UNKNOWN_COMPONENT, key);
        }
    }

    private static boolean goesWith(ComponentKey other, ComponentKey key, Shipped lower) {
        boolean ownObject = key.kind() == ComponentKind.OBJECT && !lower.has(key);
        return other.equals(key) || (ownObject && other.object().equals(key.name()));
    }

    /** Refuses an edit if the component is no longer as it was read. */
    private static void requireTag(ComponentKey key, OpenDraft draft, @Nullable String tag) {
        if (tag == null) {
            return;
        }
        var own = draft.own().get(key);
        var lower = draft.lower();
        String now = Listings.tag(own == null ? lower.documents().get(key) : Layers.effective(lower, own));
        if (!now.equals(tag)) {
            throw new ProblemException(CommonProblem.STALE, tag, now);
        }
    }

    private void requireForm(Document document, Shipped lower) {
        var violations = new Violations();
        boolean overrides = lower.has(document.key());
        if (!overrides) {
            NameCheck.check(document.key(), violations);
        }
        schemas.checkTenant(document, overrides, violations);
        schemas.check(Layers.effective(lower, new OwnComponent(document, null)), violations);
        ProblemException.failIfAny(MetadataProblem.INVALID_COMPONENT, violations.list(), document.key());
    }
}

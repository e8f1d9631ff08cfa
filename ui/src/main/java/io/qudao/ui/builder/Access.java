package io.qudao.ui.builder;

import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Label;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Releases.Listing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Who may see the objects that a draft extends: the current level of each permission set, and a suggestion. */
final class Access {
    private static final Map<String, String> MODULES =
            Map.of("product", "catalog", "sku", "catalog", "category", "catalog", "price_list", "price");

    /** What a permission set may do with the records of an object. */
    enum Level {
        NONE,
        /** Sees and edits the records of the partner acted for. */
        PARTNER,
        /** Sees all records. */
        READ,
        /** Sees and edits all records. */
        EDIT
    }

    /** A permission set that does not already grant everything. */
    record Holder(Listing listing, Label label, Set<String> permissions) {
        String name() {
            return listing.key().name();
        }

        /** Whether it is for those who receive goods: the partners, who see their own records, the brand's staff all. */
        boolean isOfPartners() {
            return permissions.contains("order.receive");
        }
    }

    private record Document(
            Label label,
            @Nullable Set<String> permissions,
            @Nullable Map<String, Rights> objects) {}

    private record Rights(
            boolean create,
            boolean read,
            boolean update,
            boolean delete,
            @Nullable String rows,
            @Nullable Set<UUID> partners) {}

    /**
     * What a set gets on an object.
     *
     * @param partners only for those who act for one of them; empty for all who hold the set
     */
    record Grant(Level level, Set<UUID> partners) {
        Grant {
            partners = level == Level.NONE ? Set.of() : Set.copyOf(partners);
        }
    }

    private final DraftObjects draft;

    Access(DraftObjects draft) {
        this.draft = draft;
    }

    /** Returns the objects that a plan adds or adds fields to. */
    List<DraftObjects.Shape> touched(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.action() == Plan.Action.ADDED)
                .map(Plan.Change::key)
                .filter(key -> key.kind() == ComponentKind.OBJECT || key.kind() == ComponentKind.FIELD)
                .map(ComponentKey::object)
                .distinct()
                .flatMap(name -> draft.object(name).stream())
                .toList();
    }

    List<Holder> holders() {
        return draft.listings().stream()
                .filter(listing -> listing.key().kind() == ComponentKind.PERMISSION_SET)
                .map(listing -> {
                    var document = document(listing);
                    return new Holder(
                            listing,
                            document.label(),
                            document.permissions() == null ? Set.of() : document.permissions());
                })
                .filter(holder -> !holder.permissions().contains("*"))
                .toList();
    }

    /** Returns the current level of a permission set. */
    Level level(Holder holder, String object) {
        var objects = document(holder.listing()).objects();
        var rights = objects == null ? null : objects.get(object);
        if (rights == null || !rights.read()) {
            return Level.NONE;
        }
        if (!rights.update()) {
            return Level.READ;
        }
        return "all".equals(rights.rows()) ? Level.EDIT : Level.PARTNER;
    }

    /** The partners that a set's rights on an object are for now; empty for all. */
    Set<UUID> partners(Holder holder, String object) {
        var objects = document(holder.listing()).objects();
        var rights = objects == null ? null : objects.get(object);
        return rights == null || rights.partners() == null ? Set.of() : rights.partners();
    }

    /**
     * Returns the suggested level of a permission set: its current one, else what it may do with the module of a
     * standard object, else by its holders. Own fields of standard objects are not suggested for partners, because
     * brands store margins and notes there.
     */
    Level usual(Holder holder, DraftObjects.Shape object) {
        var now = level(holder, object.name());
        if (now != Level.NONE) {
            return now;
        }
        if (!object.isStandard()) {
            return holder.isOfPartners() ? Level.PARTNER : Level.EDIT;
        }
        if (holder.isOfPartners()) {
            return Level.NONE;
        }
        var module = MODULES.getOrDefault(object.name(), object.name());
        if (holder.permissions().contains(module + ".edit")
                || holder.permissions().contains(module + ".create")) {
            return Level.EDIT;
        }
        return holder.permissions().contains(module + ".read") ? Level.READ : Level.NONE;
    }

    /** The set as it is to be, by object. */
    Component granting(Holder holder, Map<String, Grant> grants) {
        var own = holder.listing().own();
        var document = own == null ? Documents.object() : Documents.tree(own);
        var objects = document.get("objects") instanceof ObjectNode given ? given : Documents.object();
        new TreeMap<>(grants).forEach((object, grant) -> Documents.put(objects, object, rights(grant)));
        document.set("objects", objects);
        return Documents.component(holder.listing().key(), document);
    }

    private static Map<String, Object> rights(Grant grant) {
        var level = grant.level();
        boolean edits = level == Level.EDIT || level == Level.PARTNER;
        var rights = new TreeMap<String, Object>();
        rights.put("read", level != Level.NONE);
        rights.put("create", edits);
        rights.put("update", edits);
        rights.put("rows", level == Level.PARTNER ? "partner" : "all");
        if (!grant.partners().isEmpty()) {
            rights.put("partners", new TreeSet<>(grant.partners()));
        }
        return rights;
    }

    private static Document document(Listing listing) {
        return Documents.read(listing.effective(), Document.class);
    }
}

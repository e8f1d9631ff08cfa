package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Release;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.ComponentDocuments;
import io.qudao.metadata.internal.document.Identities;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Releases of the caller's tenant; every method runs in the caller's transaction. */
@Component
final class JdbcReleaseStore {
    private static final String RELEASE =
            "select number, comment, published_at, publisher, changes from engine.release";

    private final TenantSql sql;
    private final ComponentDocuments documents;

    JdbcReleaseStore(TenantSql sql, ComponentDocuments documents) {
        this.sql = sql;
        this.documents = documents;
    }

    /** Locks the tenant's drafts and releases until the transaction ends; returns the newest release number. */
    int lock() {
        sql.sql("""
                insert into engine.release_head (tenant_id, number, revision) values (:tenant, 0, 0) on conflict do nothing
                """).update();
        return sql.sql("select number from engine.release_head where tenant_id = :tenant for update")
                .single(row -> row.count("number"));
    }

    Head head() {
        return sql.sql("select number, revision from engine.release_head where tenant_id = :tenant")
                .optional(row -> new Head(row.count("number"), row.number("revision")))
                .orElse(Head.NONE);
    }

    /** Reads the whole published state in one statement, so that it is consistent whatever commits meanwhile. */
    PublishedState live() {
        return sql.sql("""
                        select h.number, h.revision, h.layer,
                            (select json_agg(json_build_object(
                                    'kind', kind, 'name', name, 'hash', hash, 'identity', identity) order by kind, name)
                                from engine.release_component
                                where tenant_id = h.tenant_id and until is null) as components,
                            (select json_agg(json_build_object('id', object_id, 'name', name, 'standard', standard,
                                    'cell', cell, 'nextField', next_field))
                                from engine.object_registry where tenant_id = h.tenant_id) as objects,
                            (select json_agg(json_build_object('objectId', object_id, 'slot', slot, 'fieldId', field_id,
                                    'type', type, 'scale', scale, 'state', state, 'since', since) order by since, object_id, slot)
                                from engine.slot where tenant_id = h.tenant_id) as slots
                        from engine.release_head h where h.tenant_id = :tenant
                        """).optional(this::live).orElse(PublishedState.NOTHING);
    }

    /** Returns the components of a release. */
    List<OwnComponent> components(int number) {
        return owned(sql.sql("""
                        select kind, name, hash, identity from engine.release_component
                        where tenant_id = :tenant and since <= :number and (until is null or until > :number)
                        """)
                .set("number", number)
                .list(row -> new ManifestRow(
                        ComponentKind.of(row.text("kind")),
                        row.text("name"),
                        row.text("hash"),
                        row.optionalText("identity"))));
    }

    /** Returns what was called what at any time since a release. */
    Identities identitiesSince(int number) {
        var all = new ArrayList<ComponentKey>();
        var assigned = new HashMap<ComponentKey, String>();
        sql.sql("""
                        select kind, name, identity from engine.release_component
                        where tenant_id = :tenant and (until is null or until > :number) order by since
                        """).set("number", number).each(row -> {
            var key = new ComponentKey(ComponentKind.of(row.text("kind")), row.text("name"));
            all.add(key);
            String identity = row.optionalText("identity");
            if (identity != null) {
                assigned.putIfAbsent(key, identity);
            }
        });
        return new Identities(all, assigned);
    }

    List<Release> history(int most) {
        return sql.sql(RELEASE + " where tenant_id = :tenant order by number desc limit :most")
                .set("most", most)
                .list(JdbcReleaseStore::release);
    }

    /** The release that a component came with, changed or went in last. */
    Optional<Release> lastChange(ComponentKey key) {
        return sql.sql(RELEASE + """
                         where tenant_id = :tenant and number = (select max(greatest(c.since, c.until))
                            from engine.release_component c
                            where c.tenant_id = :tenant and c.kind = :kind and c.name = :name)
                        """)
                .set("kind", key.kind().code())
                .set("name", key.name())
                .optional(JdbcReleaseStore::release);
    }

    /** Creates the next release from the differences. */
    void write(Release release, Collection<OwnComponent> added, Collection<ComponentKey> ended) {
        sql.sql("""
                        insert into engine.release
                            (tenant_id, number, comment, published_at, published_by, publisher, changes)
                        values (:tenant, :number, :comment, :at, :by, :publisher, :changes)
                        """)
                .set("number", release.number())
                .set("comment", release.comment())
                .set("at", release.publishedAt())
                .set("by", TenantScope.caller().member())
                .set("publisher", release.publishedBy())
                .set("changes", release.changes())
                .update();
        sql.sql("update engine.release_head set number = :number, revision = revision + 1 where tenant_id = :tenant")
                .set("number", release.number())
                .update();
        end(release.number(), ended);
        add(release.number(), added);
    }

    /** Records the standard components that fit the tenant's own. */
    void standOn(String layer) {
        sql.sql("update engine.release_head set layer = :layer where tenant_id = :tenant")
                .set("layer", layer)
                .update();
    }

    /** Raises the revision, so that nodes notice a change other than of components. */
    void raiseRevision() {
        sql.sql("update engine.release_head set revision = revision + 1 where tenant_id = :tenant")
                .update();
    }

    private void end(int number, Collection<ComponentKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        sql.sql("""
                        update engine.release_component c set until = :number
                        from unnest(:kinds, :names) as ended(kind, name)
                        where c.tenant_id = :tenant and c.kind = ended.kind and c.name = ended.name and c.until is null
                        """)
                .set("number", number)
                .array("kinds", "text", keys, key -> key.kind().code())
                .array("names", "text", keys, ComponentKey::name)
                .update();
    }

    private void add(int number, Collection<OwnComponent> added) {
        if (added.isEmpty()) {
            return;
        }
        documents.write(added.stream().map(OwnComponent::document).toList());
        sql.sql("""
                        insert into engine.release_component (tenant_id, kind, name, since, hash, identity)
                        select :tenant, kind, name, :number, hash, identity
                        from unnest(:kinds, :names, :hashes, :identities) as added(kind, name, hash, identity)
                        """)
                .set("number", number)
                .array("kinds", "text", added, own -> own.key().kind().code())
                .array("names", "text", added, own -> own.key().name())
                .array("hashes", "text", added, own -> own.document().hash())
                .array("identities", "text", added, OwnComponent::identity)
                .update();
    }

    private PublishedState live(SqlRow row) throws SQLException {
        return new PublishedState(
                row.count("number"),
                row.number("revision"),
                owned(list(row.optionalText("components"), ManifestRow[].class)),
                list(row.optionalText("objects"), RegisteredObject[].class),
                list(row.optionalText("slots"), SlotRow[].class),
                row.optionalText("layer"));
    }

    private static <T> List<T> list(@Nullable String json, Class<T[]> type) {
        return json == null ? List.of() : List.of(CanonicalJson.MAPPER.readValue(json, type));
    }

    private List<OwnComponent> owned(List<ManifestRow> rows) {
        var keys = new HashMap<String, ComponentKey>();
        rows.forEach(row -> keys.put(row.hash(), row.key()));
        var bodies = documents.read(keys);
        return rows.stream()
                .map(row -> new OwnComponent(java.util.Objects.requireNonNull(bodies.get(row.hash())), row.identity()))
                .toList();
    }

    private static Release release(SqlRow row) throws SQLException {
        return new Release(
                row.count("number"),
                row.optionalText("comment"),
                row.instant("published_at"),
                row.text("publisher"),
                row.count("changes"));
    }

    /** The newest release and revision; both 0 if there are none. */
    record Head(int number, long revision) {
        private static final Head NONE = new Head(0, 0);
    }

    private record ManifestRow(
            ComponentKind kind,
            String name,
            String hash,
            @Nullable String identity) {
        ComponentKey key() {
            return new ComponentKey(kind, name);
        }
    }
}

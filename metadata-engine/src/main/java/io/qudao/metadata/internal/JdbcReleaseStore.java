package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Release;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Releases of the caller's tenant; every method runs in the caller's transaction. */
@Component
final class JdbcReleaseStore {
    private static final String RELEASE =
            "select number, comment, published_at, publisher, changes from engine.release";

    private final JdbcClient jdbc;
    private final ComponentDocuments documents;

    JdbcReleaseStore(JdbcClient jdbc, ComponentDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** Waits for its turn to change the tenant's draft or release, until the transaction ends; answers the newest number. */
    int lock() {
        jdbc.sql(
                        "insert into engine.release_head (tenant_id, number, revision) values (?, 0, 0) on conflict do nothing")
                .param(tenant())
                .update();
        return jdbc.sql("select number from engine.release_head where tenant_id = ? for update")
                .param(tenant())
                .query(Integer.class)
                .single();
    }

    Head head() {
        return jdbc.sql("select number, revision from engine.release_head where tenant_id = ?")
                .param(tenant())
                .query((row, number) -> new Head(row.getInt("number"), row.getLong("revision")))
                .optional()
                .orElse(Head.NONE);
    }

    /** All that is live, in one statement: whatever commits meanwhile, it fits together. */
    PublishedState live() {
        return jdbc.sql("""
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
                        from engine.release_head h where h.tenant_id = ?
                        """)
                .param(tenant())
                .query((row, number) -> live(row))
                .optional()
                .orElse(PublishedState.NOTHING);
    }

    /** The components that a release had. */
    List<OwnComponent> components(int number) {
        return owned(jdbc.sql("""
                        select kind, name, hash, identity from engine.release_component
                        where tenant_id = ? and since <= ? and (until is null or until > ?)
                        """)
                .params(tenant(), number, number)
                .query((row, index) -> new ManifestRow(
                        ComponentKind.of(row.getString("kind")),
                        row.getString("name"),
                        row.getString("hash"),
                        row.getString("identity")))
                .list());
    }

    List<Release> history(int most) {
        return jdbc.sql(RELEASE + " where tenant_id = ? order by number desc limit ?")
                .params(tenant(), most)
                .query((row, index) -> release(row))
                .list();
    }

    Optional<Release> release(int number) {
        return jdbc.sql(RELEASE + " where tenant_id = ? and number = ?")
                .params(tenant(), number)
                .query((row, index) -> release(row))
                .optional();
    }

    /** Makes the next release out of what differs. */
    void write(Release release, Collection<OwnComponent> added, Collection<ComponentKey> ended) {
        jdbc.sql("""
                        insert into engine.release
                            (tenant_id, number, comment, published_at, published_by, publisher, changes)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        tenant(),
                        release.number(),
                        release.comment(),
                        Timestamp.from(release.publishedAt()),
                        TenantScope.caller().member(),
                        release.publishedBy(),
                        release.changes())
                .update();
        jdbc.sql("update engine.release_head set number = ?, revision = revision + 1 where tenant_id = ?")
                .params(release.number(), tenant())
                .update();
        end(release.number(), ended);
        add(release.number(), added);
    }

    /** Notes the standard components that the tenant's own fit. */
    void standOn(String layer) {
        jdbc.sql("update engine.release_head set layer = ? where tenant_id = ?")
                .params(layer, tenant())
                .update();
    }

    /** Tells nodes that something other than the components changed. */
    void raiseRevision() {
        jdbc.sql("update engine.release_head set revision = revision + 1 where tenant_id = ?")
                .param(tenant())
                .update();
    }

    private void end(int number, Collection<ComponentKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update engine.release_component c set until = ?
                        from unnest(?, ?) as ended(kind, name)
                        where c.tenant_id = ? and c.kind = ended.kind and c.name = ended.name and c.until is null
                        """)
                .param(number)
                .param(keys.stream().map(key -> key.kind().code()).toArray(String[]::new))
                .param(keys.stream().map(ComponentKey::name).toArray(String[]::new))
                .param(tenant())
                .update();
    }

    private void add(int number, Collection<OwnComponent> added) {
        if (added.isEmpty()) {
            return;
        }
        documents.write(added.stream().map(OwnComponent::document).toList());
        jdbc.sql("""
                        insert into engine.release_component (tenant_id, kind, name, since, hash, identity)
                        select ?, kind, name, ?, hash, identity
                        from unnest(?, ?, ?, ?) as added(kind, name, hash, identity)
                        """)
                .param(tenant())
                .param(number)
                .param(added.stream().map(owned -> owned.key().kind().code()).toArray(String[]::new))
                .param(added.stream().map(owned -> owned.key().name()).toArray(String[]::new))
                .param(added.stream().map(owned -> owned.document().hash()).toArray(String[]::new))
                .param(added.stream().map(OwnComponent::identity).toArray(String[]::new))
                .update();
    }

    private PublishedState live(ResultSet row) throws SQLException {
        return new PublishedState(
                row.getInt("number"),
                row.getLong("revision"),
                owned(list(row.getString("components"), ManifestRow[].class)),
                list(row.getString("objects"), RegisteredObject[].class),
                list(row.getString("slots"), SlotRow[].class),
                row.getString("layer"));
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

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                row.getInt("number"),
                row.getString("comment"),
                row.getTimestamp("published_at").toInstant(),
                row.getString("publisher"),
                row.getInt("changes"));
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }

    /** Newest release and revision; both 0 where there is none. */
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

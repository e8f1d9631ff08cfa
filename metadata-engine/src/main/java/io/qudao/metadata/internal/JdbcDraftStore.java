package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.tenancy.TenantScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The draft of the caller's tenant; every method runs in the caller's transaction. */
@Component
final class JdbcDraftStore {
    private final JdbcClient jdbc;

    JdbcDraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Edits read() {
        return jdbc.sql("select base, changed_at, changed_by from engine.draft where tenant_id = ?")
                .param(tenant())
                .query((row, number) -> new Edits(
                        row.getInt("base"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by"),
                        edits()))
                .optional()
                .orElse(Edits.NONE);
    }

    /** Notes an edit; the first one says which release the draft starts from. */
    void touch(int newest, Instant at) {
        jdbc.sql("""
                        insert into engine.draft as d (tenant_id, base, changed_at, changed_by) values (?, ?, ?, ?)
                        on conflict (tenant_id) do update
                        set changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                            base = case when exists (select from engine.draft_component c where c.tenant_id = d.tenant_id)
                                then d.base else excluded.base end
                        """)
                .params(
                        tenant(),
                        newest,
                        Timestamp.from(at),
                        TenantScope.caller().name())
                .update();
    }

    void put(Document document) {
        write(document.key(), document.json());
    }

    void markRemoved(Collection<ComponentKey> keys) {
        keys.forEach(key -> write(key, null));
    }

    void forget(Collection<ComponentKey> keys) {
        keys.forEach(key -> jdbc.sql("delete from engine.draft_component where tenant_id = ? and kind = ? and name = ?")
                .params(tenant(), key.kind().code(), key.name())
                .update());
    }

    void clear() {
        jdbc.sql("delete from engine.draft where tenant_id = ?").param(tenant()).update();
    }

    private void write(ComponentKey key, @Nullable String body) {
        jdbc.sql("""
                        insert into engine.draft_component (tenant_id, kind, name, body) values (?, ?, ?, ?)
                        on conflict (tenant_id, kind, name) do update set body = excluded.body
                        """).params(tenant(), key.kind().code(), key.name(), body).update();
    }

    private NavigableMap<ComponentKey, Optional<Document>> edits() {
        var edits = new TreeMap<ComponentKey, Optional<Document>>();
        jdbc.sql("select kind, name, body from engine.draft_component where tenant_id = ?")
                .param(tenant())
                .query(row -> {
                    var key = new ComponentKey(ComponentKind.of(row.getString("kind")), row.getString("name"));
                    edits.put(
                            key,
                            Optional.ofNullable(row.getString("body"))
                                    .map(body -> Document.of(key, CanonicalJson.read(body))));
                });
        return edits;
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }
}

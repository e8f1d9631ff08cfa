package io.qudao.metadata.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ChangeSets.ChangeSet;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The change sets of the caller's tenant; every method runs in the caller's transaction. */
@Component
final class JdbcChangeSetStore {
    /** What the caller chose, else their own that they edited last, else one that is nobody's. */
    private static final String MINE = """
            select s.change_set_id from engine.change_set s
              left join engine.change_set_choice c on c.tenant_id = s.tenant_id and c.change_set_id = s.change_set_id
                   and c.member_id = :member
             where s.tenant_id = :tenant and (c.member_id is not null or s.author = :member or s.author is null)
             order by c.member_id nulls last, s.author nulls last, s.changed_at desc, s.change_set_id limit 1
            """;

    private final JdbcClient jdbc;

    JdbcChangeSetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that the caller works in. */
    Edits read() {
        return current().map(this::read).orElse(Edits.NONE);
    }

    List<ChangeSet> list() {
        var mine = current();
        return jdbc.sql("""
                        select s.*, (select count(*) from engine.change_set_component c
                                      where c.tenant_id = s.tenant_id and c.change_set_id = s.change_set_id) as changes
                          from engine.change_set s where s.tenant_id = ? order by s.changed_at desc, s.change_set_id
                        """)
                .param(tenant())
                .query((row, number) -> changeSet(row, mine))
                .list();
    }

    UUID create(String name, int newest, Instant at) {
        var id = Ids.next();
        var caller = TenantScope.caller();
        jdbc.sql("""
                        insert into engine.change_set
                            (tenant_id, change_set_id, name, author, author_name, base, changed_at, changed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(tenant(), id, name, caller.member(), caller.name(), newest, Timestamp.from(at), caller.name())
                .update();
        return id;
    }

    void choose(UUID id) {
        jdbc.sql("""
                        insert into engine.change_set_choice (tenant_id, member_id, change_set_id) values (?, ?, ?)
                        on conflict (tenant_id, member_id) do update set change_set_id = excluded.change_set_id
                        """).params(tenant(), TenantScope.caller().member(), id).update();
    }

    /** Fails where there is none of this id. */
    UUID require(UUID id) {
        return jdbc.sql("select change_set_id from engine.change_set where tenant_id = ? and change_set_id = ?")
                .params(tenant(), id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /** Notes an edit in the one that the caller works in, which the first edit makes; returns its id. */
    UUID touch(int newest, Instant at) {
        var caller = TenantScope.caller();
        var id = current().orElseGet(() -> create(caller.name(), newest, at));
        jdbc.sql("""
                        update engine.change_set s
                        set changed_at = ?, changed_by = ?, author = coalesce(s.author, ?),
                            base = case when exists (select from engine.change_set_component c
                                    where c.tenant_id = s.tenant_id and c.change_set_id = s.change_set_id)
                                then s.base else ? end
                        where s.tenant_id = ? and s.change_set_id = ?
                        """)
                .params(Timestamp.from(at), caller.name(), caller.member(), newest, tenant(), id)
                .update();
        return id;
    }

    /** An edit of a component that is there already keeps what it started from. */
    void put(UUID id, ComponentKey key, Edit edit) {
        write(id, key, edit, "set body = excluded.body");
    }

    /** As {@link #put}, but starts from another base. */
    void putAnew(UUID id, ComponentKey key, Edit edit) {
        write(id, key, edit, "set body = excluded.body, base_hash = excluded.base_hash, origin = excluded.origin");
    }

    void forget(UUID id, Collection<ComponentKey> keys) {
        keys.forEach(key -> jdbc.sql("""
                        delete from engine.change_set_component
                        where tenant_id = ? and change_set_id = ? and kind = ? and name = ?
                        """)
                .params(tenant(), id, key.kind().code(), key.name())
                .update());
    }

    void delete(UUID id) {
        jdbc.sql("delete from engine.change_set where tenant_id = ? and change_set_id = ?")
                .params(tenant(), id)
                .update();
    }

    private Optional<UUID> current() {
        var named = CurrentChangeSet.named();
        return named.isPresent()
                ? named.map(this::require)
                : jdbc.sql(MINE)
                        .param("tenant", tenant())
                        .param("member", TenantScope.caller().member())
                        .query(UUID.class)
                        .optional();
    }

    private Edits read(UUID id) {
        return jdbc.sql("select * from engine.change_set where tenant_id = ? and change_set_id = ?")
                .params(tenant(), id)
                .query((row, number) -> new Edits(
                        id,
                        row.getString("name"),
                        row.getInt("base"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by"),
                        edits(id)))
                .single();
    }

    private NavigableMap<ComponentKey, Edit> edits(UUID id) {
        var edits = new TreeMap<ComponentKey, Edit>();
        jdbc.sql("""
                        select c.kind, c.name, c.body, c.origin, v.hash, v.body as base_body
                          from engine.change_set_component c
                          left join engine.component_version v on v.tenant_id = c.tenant_id and v.hash = c.base_hash
                         where c.tenant_id = ? and c.change_set_id = ?
                        """).params(tenant(), id).query(row -> {
            var kind = ComponentKind.of(row.getString("kind"));
            var key = new ComponentKey(kind, row.getString("name"));
            String body = row.getString("body");
            String origin = row.getString("origin");
            edits.put(
                    key,
                    new Edit(
                            body == null ? null : Document.of(key, CanonicalJson.read(body)),
                            base(row, key),
                            origin == null ? null : new ComponentKey(kind, origin)));
        });
        return edits;
    }

    private static @Nullable Document base(ResultSet row, ComponentKey key) throws SQLException {
        String body = row.getString("base_body");
        return body == null ? null : new Document(key, CanonicalJson.read(body), row.getString("hash"));
    }

    private void write(UUID id, ComponentKey key, Edit edit, String again) {
        var document = edit.document();
        var base = edit.base();
        var origin = edit.origin();
        jdbc.sql("""
                        insert into engine.change_set_component
                            (tenant_id, change_set_id, kind, name, body, base_hash, origin) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, change_set_id, kind, name) do update\s""" + again)
                .params(
                        tenant(),
                        id,
                        key.kind().code(),
                        key.name(),
                        document == null ? null : document.json(),
                        base == null ? null : base.hash(),
                        origin == null ? null : origin.name())
                .update();
    }

    private static ChangeSet changeSet(ResultSet row, Optional<UUID> mine) throws SQLException {
        var id = row.getObject("change_set_id", UUID.class);
        return new ChangeSet(
                id,
                row.getString("name"),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                row.getInt("base"),
                row.getInt("changes"),
                row.getTimestamp("changed_at").toInstant(),
                mine.filter(id::equals).isPresent());
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }
}

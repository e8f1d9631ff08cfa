package io.qudao.metadata.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ChangeSets.ChangeSet;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.ComponentDocuments;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Edit;
import io.qudao.metadata.internal.document.Edits;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The change sets of the caller's tenant; every method runs in the caller's transaction. */
@Component
final class JdbcChangeSetStore {
    /** The change set the caller chose, else their own that was edited last, else one without an author. */
    private static final String MINE = """
            select s.change_set_id from engine.change_set s
              left join engine.change_set_choice c on c.tenant_id = s.tenant_id and c.change_set_id = s.change_set_id
                   and c.member_id = :member
             where s.tenant_id = :tenant and (c.member_id is not null or s.author = :member or s.author is null)
             order by c.member_id nulls last, s.author nulls last, s.changed_at desc, s.change_set_id limit 1
            """;

    private final TenantSql sql;
    private final ComponentDocuments documents;

    JdbcChangeSetStore(TenantSql sql, ComponentDocuments documents) {
        this.sql = sql;
        this.documents = documents;
    }

    /** Reads the change set the caller works in. */
    Edits read() {
        return current().map(this::read).orElse(Edits.NONE);
    }

    List<ChangeSet> list() {
        var mine = current();
        return sql.sql("""
                        select s.*, (select count(*) from engine.change_set_component c
                                      where c.tenant_id = s.tenant_id and c.change_set_id = s.change_set_id) as changes
                          from engine.change_set s where s.tenant_id = :tenant order by s.changed_at desc, s.change_set_id
                        """).list(row -> changeSet(row, mine));
    }

    UUID create(String name, int newest, Instant at) {
        var id = Ids.next();
        var caller = TenantScope.caller();
        sql.sql("""
                        insert into engine.change_set
                            (tenant_id, change_set_id, name, author, author_name, base, changed_at, changed_by)
                        values (:tenant, :id, :name, :member, :caller, :newest, :at, :caller)
                        """)
                .set("id", id)
                .set("name", name)
                .set("member", caller.member())
                .set("caller", caller.name())
                .set("newest", newest)
                .set("at", at)
                .update();
        return id;
    }

    void choose(UUID id) {
        sql.sql("""
                        insert into engine.change_set_choice (tenant_id, member_id, change_set_id) values (:tenant, :member, :id)
                        on conflict (tenant_id, member_id) do update set change_set_id = excluded.change_set_id
                        """).set("member", TenantScope.caller().member()).set("id", id).update();
    }

    /** Fails if there is no change set with this id. */
    UUID require(UUID id) {
        return sql.sql("select change_set_id from engine.change_set where tenant_id = :tenant and change_set_id = :id")
                .set("id", id)
                .optional(row -> row.uuid("change_set_id"))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /** Returns whether somebody else than its author has edited a change set. */
    boolean isShared(UUID id) {
        return sql.sql("select shared from engine.change_set where tenant_id = :tenant and change_set_id = :id")
                .set("id", id)
                .optional(row -> row.truth("shared"))
                .orElse(false);
    }

    /** Returns whether a change set is the caller's, or has no author. */
    boolean isOwn(UUID id) {
        return sql.sql("""
                        select author is null or author = :member as own from engine.change_set
                        where tenant_id = :tenant and change_set_id = :id
                        """)
                .set("member", TenantScope.caller().member())
                .set("id", id)
                .optional(row -> row.truth("own"))
                .orElse(false);
    }

    /** Records an edit in this change set, which the first edit creates; returns the change set as it is then. */
    Edits touch(Edits edits, int newest, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var caller = TenantScope.caller();
        var id = edits.id() == null ? create(caller.name(), newest, at) : edits.id();
        int base = edits.components().isEmpty() ? newest : edits.base();
        sql.sql("""
                        update engine.change_set set changed_at = :at, changed_by = :caller, base = :base,
                               author = coalesce(author, :member), shared = shared or coalesce(author <> :member, false)
                        where tenant_id = :tenant and change_set_id = :id
                        """)
                .set("at", at)
                .set("caller", caller.name())
                .set("member", caller.member())
                .set("base", base)
                .set("id", id)
                .update();
        String name = edits.id() == null ? caller.name() : edits.name();
        return new Edits(id, name, base, at, caller.name(), edits.components());
    }

    /** Stores an edit in place of the one that is stored for the component; its base need not have been published. */
    void write(UUID id, ComponentKey key, Edit edit) {
        var document = edit.document();
        var base = edit.base();
        var origin = edit.origin();
        if (base != null) {
            documents.write(List.of(base));
        }
        sql.sql("""
                        insert into engine.change_set_component
                            (tenant_id, change_set_id, kind, name, body, base_hash, origin, identity, made)
                        values (:tenant, :id, :kind, :name, :body, :base, :origin, :identity,
                                coalesce(cast(:made as timestamptz), clock_timestamp()))
                        on conflict (tenant_id, change_set_id, kind, name) do update
                        set body = excluded.body, base_hash = excluded.base_hash, origin = excluded.origin,
                            identity = excluded.identity
                        """)
                .set("id", id)
                .set("kind", key.kind().code())
                .set("name", key.name())
                .set("body", document == null ? null : document.json())
                .set("base", base == null ? null : base.hash())
                .set("origin", origin == null ? null : origin.name())
                .set("identity", edit.identity())
                .set("made", edit.made())
                .update();
    }

    void forget(UUID id, Collection<ComponentKey> keys) {
        sql.sql("""
                        delete from engine.change_set_component c using unnest(:kinds, :names) as gone(kind, name)
                        where c.tenant_id = :tenant and c.change_set_id = :id and c.kind = gone.kind and c.name = gone.name
                        """)
                .set("id", id)
                .array("kinds", "text", keys, key -> key.kind().code())
                .array("names", "text", keys, ComponentKey::name)
                .update();
    }

    void delete(UUID id) {
        sql.sql("delete from engine.change_set where tenant_id = :tenant and change_set_id = :id")
                .set("id", id)
                .update();
    }

    /** Returns the change set the caller works in. */
    Optional<UUID> current() {
        var named = CurrentChangeSet.named();
        return named.isPresent()
                ? named.map(this::require)
                : sql.sql(MINE).set("member", TenantScope.caller().member()).optional(row -> row.uuid("change_set_id"));
    }

    private Edits read(UUID id) {
        return sql.sql("select * from engine.change_set where tenant_id = :tenant and change_set_id = :id")
                .set("id", id)
                .single(row -> new Edits(
                        id,
                        row.text("name"),
                        row.count("base"),
                        row.instant("changed_at"),
                        row.text("changed_by"),
                        edits(id)));
    }

    private NavigableMap<ComponentKey, Edit> edits(UUID id) {
        var edits = new TreeMap<ComponentKey, Edit>();
        sql.sql("""
                        select c.kind, c.name, c.body, c.origin, c.identity, c.made, v.hash, v.body as base_body
                          from engine.change_set_component c
                          left join engine.component_version v on v.tenant_id = c.tenant_id and v.hash = c.base_hash
                         where c.tenant_id = :tenant and c.change_set_id = :id
                        """).set("id", id).each(row -> {
            var kind = ComponentKind.of(row.text("kind"));
            var key = new ComponentKey(kind, row.text("name"));
            String body = row.optionalText("body");
            String origin = row.optionalText("origin");
            edits.put(
                    key,
                    new Edit(
                            body == null ? null : Document.of(key, CanonicalJson.read(body)),
                            base(row, key),
                            origin == null ? null : new ComponentKey(kind, origin),
                            row.optionalText("identity"),
                            row.instant("made")));
        });
        return edits;
    }

    private static @Nullable Document base(SqlRow row, ComponentKey key) throws SQLException {
        String body = row.optionalText("base_body");
        return body == null ? null : new Document(key, CanonicalJson.read(body), row.text("hash"));
    }

    private static ChangeSet changeSet(SqlRow row, Optional<UUID> mine) throws SQLException {
        var id = row.uuid("change_set_id");
        return new ChangeSet(
                id,
                row.text("name"),
                row.optionalUuid("author"),
                row.optionalText("author_name"),
                row.count("base"),
                row.count("changes"),
                row.instant("changed_at"),
                mine.filter(id::equals).isPresent());
    }
}

package io.qudao.search.internal;

import io.qudao.kernel.Keyset;
import io.qudao.kernel.Slice;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL that keeps which objects are in the index and how far their indexing has come. */
@Component
class IndexingRows {
    private final TenantSql sql;
    private final Clock clock;

    IndexingRows(TenantSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The state of an object in the index. */
    record Indexed(String object, String signature, IndexState state, Instant since) {}

    /** @param cursor where the pass continues; null at its beginning */
    record Pass(
            String object,
            IndexState state,
            Instant since,
            @Nullable String cursor) {}

    /** Marks a release as compared with the index; returns false if it is not newer than the last one. */
    boolean advance(int release) {
        return sql.sql("""
                                insert into engine.search_release (tenant_id, release) values (:tenant, :release)
                                on conflict (tenant_id) do update set release = excluded.release
                                 where search_release.release < excluded.release
                                """).set("release", release).update() > 0;
    }

    Map<String, Indexed> all() {
        var all = new HashMap<String, Indexed>();
        sql.sql("select object, signature, state, since from engine.search_object where tenant_id = :tenant")
                .each(row -> all.put(row.text("object"), indexed(row)));
        return all;
    }

    /**
     * Returns the objects that have documents in PostgreSQL's index, by one step of the key for each. Changes may have
     * brought documents in before a release was compared.
     */
    Set<String> documented() {
        return new TreeSet<>(sql.sql("""
                        with recursive found (object) as (
                            (select object from engine.search_document where tenant_id = :tenant order by object limit 1)
                            union all
                            select (select d.object from engine.search_document d
                                     where d.tenant_id = :tenant and d.object > f.object order by d.object limit 1)
                              from found f where f.object is not null)
                        select object from found where object is not null
                        """).texts());
    }

    Optional<Indexed> find(String object) {
        return sql.sql("""
                        select object, signature, state, since from engine.search_object
                         where tenant_id = :tenant and object = :object
                        """).set("object", object).optional(IndexingRows::indexed);
    }

    void begin(String object, String signature, IndexState state) {
        sql.sql("""
                        insert into engine.search_object (tenant_id, object, signature, state, since)
                        values (:tenant, :object, :signature, :state, :since)
                        on conflict (tenant_id, object) do update
                           set signature = excluded.signature, state = excluded.state, since = excluded.since, cursor = null
                        """)
                .set("object", object)
                .set("signature", signature)
                .set("state", state)
                .set("since", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .update();
    }

    /** Locks and returns a pass that began before this moment and that no other node works on. */
    Optional<Pass> take(Instant before) {
        return sql.sql("""
                        select object, state, since, cursor from engine.search_object
                         where tenant_id = :tenant and state in ('BUILDING', 'LEAVING') and since <= :before
                         order by since, object limit 1 for update skip locked
                        """)
                .set("before", before)
                .optional(row -> new Pass(
                        row.text("object"),
                        row.choice("state", IndexState.class),
                        row.instant("since"),
                        row.optionalText("cursor")));
    }

    /** Returns whether no transaction that began before this moment is still running. */
    boolean isAlone(Instant since) {
        return sql.sql("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid() and xact_start < :since
                           and :tenant is not null
                        """).set("since", since).number() == 0;
    }

    void goOn(String object, IndexState state, @Nullable String cursor) {
        sql.sql("""
                        update engine.search_object set state = :state, cursor = :cursor
                         where tenant_id = :tenant and object = :object
                        """)
                .set("object", object)
                .set("state", state)
                .set("cursor", cursor)
                .update();
    }

    /** Marks the pass that began at this moment as completely indexed. */
    void ready(String object, Instant since) {
        sql.sql("""
                        update engine.search_object set state = 'READY'
                         where tenant_id = :tenant and object = :object and state = 'SENT' and since = :since
                        """).set("object", object).set("since", since).update();
    }

    void forget(String object) {
        sql.sql("delete from engine.search_object where tenant_id = :tenant and object = :object")
                .set("object", object)
                .update();
    }

    /** Returns the ids of an object's records that are in PostgreSQL's index. */
    Slice<UUID> documents(String object, @Nullable String cursor) {
        var after = Keyset.id(Keyset.after(cursor, 1).getFirst());
        return sql.sql("""
                        select record_id from engine.search_document
                         where tenant_id = :tenant and object = :object and record_id > :after
                         order by record_id limit :limit
                        """)
                .set("object", object)
                .set("after", after)
                .slice(Keyset.MAXIMUM, row -> row.uuid("record_id"), id -> List.of(id.toString()));
    }

    private static Indexed indexed(SqlRow row) throws SQLException {
        return new Indexed(
                row.text("object"), row.text("signature"), row.choice("state", IndexState.class), row.instant("since"));
    }
}

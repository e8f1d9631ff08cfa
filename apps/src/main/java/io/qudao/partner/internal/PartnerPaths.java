package io.qudao.partner.internal;

import io.qudao.record.RecordOwnership;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps paths true while several people move partners: who hangs something below a partner holds a share lock on its row,
 * who moves one changes the rows of all below it, and moves come one after another.
 */
@Component
final class PartnerPaths {
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final RecordOwnership records;

    PartnerPaths(EntityManager entities, JdbcClient jdbc, RecordOwnership records) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.records = records;
    }

    /** Locks partners that others shall hang below, and reads them as they are under that lock. */
    List<PartnerEntity> lockParents(int tenant, Collection<UUID> ids) {
        return locked(tenant, ids, "for share");
    }

    /**
     * Locks partners that may change as well as get others below them. A share lock first and a stronger one later would
     * be a deadlock with whoever shares it.
     */
    List<PartnerEntity> lockToChange(int tenant, Collection<UUID> ids) {
        return locked(tenant, ids, "for no key update");
    }

    private List<PartnerEntity> locked(int tenant, Collection<UUID> ids, String lock) {
        if (ids.isEmpty()) {
            return List.of();
        }
        jdbc.sql("select 1 from apps.partner where tenant_id = ? and id = any(cast(? as uuid[])) order by id " + lock)
                .params(tenant, ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((_, number) -> number)
                .list();
        var parents = entities.createQuery("select p from PartnerEntity p where p.id in :ids", PartnerEntity.class)
                .setParameter("ids", ids)
                .getResultList();
        parents.forEach(entities::refresh);
        return parents;
    }

    /** Of several who move partners, only one goes on. */
    void lockMoves(int tenant) {
        jdbc.sql("select 1 from apps.partner where tenant_id = ? and role = 'HEAD_OFFICE' for no key update")
                .param(tenant)
                .query((_, number) -> number)
                .list();
    }

    /**
     * Hangs a partner with all below it under another; the parent itself is written with the partner. What Hibernate
     * has read of the subtree is stale afterwards.
     *
     * @param tiers by how many the tiers below change
     */
    void move(PartnerEntity moved, PartnerEntity parent, int tiers) {
        String path = PartnerEntity.pathBelow(parent, moved.id());
        jdbc.sql("""
                        update apps.partner
                        set path = :new || substr(path, length(:old) + 1),
                            tier = case when id = :id then tier else tier + :tiers end
                        where tenant_id = :tenant and path >= :old and path < left(:old, -1) || '0'
                        """)
                .param("new", path)
                .param("old", moved.path())
                .param("id", moved.id())
                .param("tiers", tiers)
                .param("tenant", moved.tenant())
                .update();
        records.moved(moved.path(), path);
    }
}

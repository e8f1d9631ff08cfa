package io.qudao.partner.internal;

import io.qudao.record.RecordOwnership;
import io.qudao.record.StandardRecords;
import io.qudao.sql.TenantSql;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps paths true while several people move partners: who hangs something below a partner holds a share lock on its row,
 * who moves one changes the rows of all below it, and moves come one after another.
 */
@Component
final class PartnerPaths {
    private final EntityManager entities;
    private final TenantSql sql;
    private final RecordOwnership records;
    private final StandardRecords standard;

    PartnerPaths(EntityManager entities, TenantSql sql, RecordOwnership records, StandardRecords standard) {
        this.entities = entities;
        this.sql = sql;
        this.records = records;
        this.standard = standard;
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
        sql.sql("select id from apps.partner where tenant_id = :tenant and id = any(:ids) order by id " + lock)
                .set("tenant", tenant)
                .array("ids", "uuid", ids)
                .ids();
        var parents = entities.createQuery("select p from PartnerEntity p where p.id in :ids", PartnerEntity.class)
                .setParameter("ids", ids)
                .getResultList();
        parents.forEach(entities::refresh);
        return parents;
    }

    /** Of several who move partners, only one goes on. */
    void lockMoves(int tenant) {
        sql.sql("select id from apps.partner where tenant_id = :tenant and role = 'HEAD_OFFICE' for no key update")
                .set("tenant", tenant)
                .ids();
    }

    /**
     * Hangs a partner with all below it under another; the parent itself is written with the partner. What Hibernate
     * has read of the subtree is stale afterwards.
     *
     * @param tiers by how many the tiers below change
     */
    void move(PartnerEntity moved, PartnerEntity parent, int tiers) {
        String path = PartnerEntity.pathBelow(parent, moved.id());
        standard.changedEach(
                PartnerConfiguration.OBJECT,
                () -> tiers == 0 ? List.of() : below(moved),
                () -> sql.sql("""
                        update apps.partner
                        set path = :new || substr(path, length(:old) + 1),
                            tier = case when id = :id then tier else tier + :tiers end
                        where tenant_id = :tenant and path >= :old and path < left(:old, -1) || '0'
                        """)
                        .set("new", path)
                        .set("old", moved.path())
                        .set("id", moved.id())
                        .set("tiers", tiers)
                        .set("tenant", moved.tenant())
                        .update());
        records.moved(moved.path(), path);
    }

    private List<UUID> below(PartnerEntity top) {
        return sql.sql("""
                        select id from apps.partner where tenant_id = :tenant and path > :old and path < left(:old, -1) || '0'
                        """).set("old", top.path()).ids();
    }
}

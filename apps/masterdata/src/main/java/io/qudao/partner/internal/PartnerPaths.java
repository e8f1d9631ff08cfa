package io.qudao.partner.internal;

import io.qudao.record.RecordOwnership;
import io.qudao.record.StandardRecords;
import io.qudao.sql.TenantSql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.engine.spi.EntityKey;
import org.springframework.stereotype.Component;

/**
 * Keeps paths correct while several users move partners. Adding a partner below another holds a share lock on the
 * parent's row, a move updates the rows of the whole subtree, and moves run one after another.
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

    /** Locks partners that are to get children, and reads them under that lock. */
    List<PartnerEntity> lockParents(int tenant, Collection<UUID> ids) {
        return locked(tenant, ids, "for share");
    }

    /**
     * Locks partners that may be changed and get children. Taking a share lock first and a stronger one later would
     * deadlock with others holding the share lock.
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
        var known = known();
        var read = read(ids);
        read.stream().filter(partner -> known.contains(partner.id())).forEach(entities::refresh);
        return read;
    }

    /** Locks a partner and reads it, as it is under that lock: moves change rows without Hibernate's knowing. */
    Optional<PartnerEntity> lock(UUID id) {
        boolean known = known().contains(id);
        var locked = Optional.ofNullable(entities.find(PartnerEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
        if (known) {
            locked.ifPresent(entities::refresh);
        }
        return locked;
    }

    /** Partners of these ids, in one statement; those that the session has read before are as they were then. */
    List<PartnerEntity> read(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select p from PartnerEntity p where p.id in :ids", PartnerEntity.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Ids of all that the session has read. */
    private Set<?> known() {
        return entities.unwrap(Session.class).getStatistics().getEntityKeys().stream()
                .map(key -> ((EntityKey) key).getIdentifier())
                .collect(Collectors.toSet());
    }

    /** Serialises moves. */
    void lockMoves(int tenant) {
        sql.sql("select id from apps.partner where tenant_id = :tenant and role = 'HEAD_OFFICE' for no key update")
                .set("tenant", tenant)
                .ids();
    }

    /**
     * Moves a partner with its subtree below another; the parent column is written with the partner itself. Entities of
     * the subtree that Hibernate has read are stale afterwards.
     *
     * @param tiers the change in the tiers of the subtree, within the range of tiers; changed rows get a new version
     */
    void move(PartnerEntity moved, PartnerEntity parent, int tiers) {
        String path = PartnerEntity.pathBelow(parent, moved.id());
        standard.changedEach(
                PartnerConfiguration.OBJECT,
                () -> tiers == 0 ? List.of() : below(moved),
                () -> sql.sql("""
                        update apps.partner
                        set path = :new || substr(path, length(:old) + 1),
                            tier = case when id = :id then tier else greatest(0, least(:most, tier + :tiers)) end,
                            version = case when id = :id or :tiers = 0 then version else version + 1 end
                        where tenant_id = :tenant and path >= :old and path < left(:old, -1) || '0'
                        """)
                        .set("new", path)
                        .set("old", moved.path())
                        .set("id", moved.id())
                        .set("tiers", tiers)
                        .set("most", PartnerCheck.TIERS)
                        .set("tenant", moved.tenant())
                        .update());
        records.moved(moved.path(), path);
    }

    /** Returns the number of levels of a partner's subtree, the partner included. */
    int levels(PartnerEntity top) {
        long longest = sql.sql("""
                        select max(length(path)) from apps.partner
                        where tenant_id = :tenant and path >= :old and path < left(:old, -1) || '0'
                        """).set("old", top.path()).number();
        return Math.toIntExact(longest / PartnerEntity.SEGMENT) - top.level() + 1;
    }

    private List<UUID> below(PartnerEntity top) {
        return sql.sql("""
                        select id from apps.partner where tenant_id = :tenant and path > :old and path < left(:old, -1) || '0'
                        """).set("old", top.path()).ids();
    }
}

package io.qudao.partner.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerProblem;
import io.qudao.partner.Reach;
import io.qudao.record.RecordProblem;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.tenancy.TenantScope;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds and changes partners, one by one or in the batch of an import, with their accounts and their position in the
 * tree.
 */
@Component
final class PartnerWrites {
    private static final String CUSTOM = "custom.";

    private final EntityManager entities;
    private final JdbcReach reach;
    private final PartnerRows rows;
    private final PartnerPaths paths;
    private final AccountWrites accounts;
    private final StandardRecords records;

    PartnerWrites(
            EntityManager entities,
            JdbcReach reach,
            PartnerRows rows,
            PartnerPaths paths,
            AccountWrites accounts,
            StandardRecords records) {
        this.entities = entities;
        this.reach = reach;
        this.rows = rows;
        this.paths = paths;
        this.accounts = accounts;
        this.records = records;
    }

    Partner create(PartnerDraft draft) {
        var reached = reach.ofCaller();
        if (reached instanceof Reach.These(var partners) && partners.isEmpty()) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "partner.edit");
        }
        var violations = new Violations();
        var clean = PartnerCheck.clean(draft, violations);
        var parent = parentOf(clean, reached);
        PartnerCheck.place(clean, null, parent, violations);
        refuseVendorOfOthers(clean, reached, violations);
        violations.failIfAny(PartnerProblem.PARTNER_INVALID);
        var added = add(clean, parent);
        flush(clean.code());
        records.created(PartnerConfiguration.OBJECT, Written.of(added.id()).with(clean.custom(), CUSTOM));
        if (parent != null) {
            accounts.openBelowNew(parent.id(), List.of(added.id()));
        }
        return added.partner();
    }

    Partner update(Partner now, long version, PartnerDraft draft) {
        var reached = reach.ofCaller();
        requireEditable(now, reached);
        var violations = new Violations();
        var clean = PartnerCheck.clean(draft, violations);
        if (!Objects.equals(now.parent(), homeOf(clean))) {
            paths.lockMoves(tenant());
        }
        var parent = parentOf(clean, reached);
        var entity = locked(now.id(), version);
        PartnerCheck.place(clean, entity, parent, violations);
        if (parent != null && parent.path().startsWith(entity.path())) {
            violations.add("parent", "below_itself");
        } else if (parent != null && !parent.id().equals(entity.parent())) {
            PartnerCheck.depth(parent, paths.levels(entity), violations);
        }
        violations.failIfAny(PartnerProblem.PARTNER_INVALID);
        long stored = records.changedTo(
                PartnerConfiguration.OBJECT, Written.of(entity.id()).with(clean.custom(), CUSTOM), () -> {
                    change(entity, clean, parent);
                    return entity.version();
                });
        // Hibernate does not know the version that own fields have raised.
        entities.detach(entity);
        return entity.partner(stored);
    }

    /**
     * Returns the partners with these codes and the head office, locked so that they can be changed and get children.
     * Reads their parents, too.
     */
    Map<String, PartnerEntity> lockedByCode(Collection<String> codes) {
        var ids = entities.createQuery(
                        "select p.id from PartnerEntity p where p.code in :codes or p.role = HEAD_OFFICE", UUID.class)
                .setParameter("codes", codes)
                .getResultList();
        var locked = paths.lockToChange(tenant(), ids);
        paths.read(locked.stream()
                .map(PartnerEntity::parent)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet()));
        return locked.stream().collect(Collectors.toMap(PartnerEntity::code, Function.identity()));
    }

    /**
     * Writes a batch of added and changed partners.
     *
     * @param children ids of new partners by their parent's id
     */
    void finish(Map<UUID, List<UUID>> children, List<Written> added, List<Written> changed) {
        var wrong = new ArrayList<>(records.changedAll(PartnerConfiguration.OBJECT, changed, entities::flush));
        wrong.addAll(records.createdAll(PartnerConfiguration.OBJECT, added));
        ProblemException.failIfAny(RecordProblem.INVALID, wrong);
        children.forEach(accounts::openBelowNew);
    }

    @Nullable
    PartnerEntity parent(PartnerEntity child) {
        var parent = child.parent();
        return parent == null ? null : entities.find(PartnerEntity.class, parent);
    }

    /** Reads a partner again: the moves of others may have changed its row. */
    PartnerEntity current(PartnerEntity read) {
        entities.refresh(read);
        return read;
    }

    /** Creates the first partner of a tenant. */
    void plantRoot(PartnerDraft headOffice) {
        var root = add(headOffice, null);
        flush(headOffice.code());
        records.created(PartnerConfiguration.OBJECT, Written.byItself(root.id()));
    }

    /** Adds a partner that is already checked, without flushing. */
    PartnerEntity add(PartnerDraft clean, @Nullable PartnerEntity parent) {
        var entity = new PartnerEntity(Ids.next(), parent);
        entity.take(clean, parent);
        entities.persist(entity);
        return entity;
    }

    /**
     * Changes a locked partner that is already checked; a new parent moves the whole subtree and gets an account with
     * the partner.
     */
    void change(PartnerEntity entity, PartnerDraft clean, @Nullable PartnerEntity parent) {
        boolean moves = parent != null && !parent.id().equals(entity.parent());
        int tier = entity.tier();
        entity.take(clean, parent);
        flush(clean.code());
        if (moves && parent != null) {
            paths.move(entity, parent, entity.tier() - tier);
            entities.refresh(entity);
            accounts.openBelow(parent.id(), List.of(entity.id()));
        }
    }

    /** Flushes added and changed partners; a code that is taken is a conflict. */
    void flush(String code) {
        try {
            entities.flush();
        } catch (ConstraintViolationException taken) {
            if (!"partner_code_once".equals(taken.getConstraintName())) {
                throw taken;
            }
            throw new ProblemException(
                    PartnerProblem.PARTNER_CODE_TAKEN, List.of(Violation.of("code", "taken", code)), taken, code);
        }
    }

    /** Returns the id of the parent that a draft names or implies. */
    @Nullable
    PartnerId homeOf(PartnerDraft draft) {
        if (!draft.role().hasParent()) {
            return null;
        }
        var parent = draft.parent();
        return parent != null ? parent : rows.root(tenant()).orElseThrow().id();
    }

    private @Nullable PartnerEntity parentOf(PartnerDraft draft, Reach reached) {
        var home = homeOf(draft);
        if (home == null || !reached.covers(home)) {
            return null;
        }
        return paths.lockParents(tenant(), List.of(home.value())).stream()
                .findFirst()
                .orElse(null);
    }

    private void refuseVendorOfOthers(PartnerDraft draft, Reach reached, Violations violations) {
        if (!draft.role().hasParent()
                && !reached.covers(rows.root(tenant()).orElseThrow().id())) {
            violations.add("role", "not_allowed", draft.role());
        }
    }

    /** Requires that the caller reaches the partner or is its parent. */
    private static void requireEditable(Partner now, Reach reached) {
        var parent = now.parent();
        if (!reached.covers(now.id()) && (parent == null || !reached.covers(parent))) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "partner.edit");
        }
    }

    private PartnerEntity locked(PartnerId id, long version) {
        var entity =
                paths.lock(id.value()).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "partner", id));
        if (entity.version() != version) {
            throw new ProblemException(CommonProblem.STALE, version, entity.version());
        }
        return entity;
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }
}

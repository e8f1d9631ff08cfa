package io.qudao.partner.internal;

import io.qudao.imports.ImportRow;
import io.qudao.imports.NamedKeys;
import io.qudao.imports.NamedKeys.RowKey;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.Reach;
import io.qudao.record.RecordProblem;
import io.qudao.record.StandardRecords.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Processes one batch of imported partners: parents before their children, then moves, one by one. */
final class PartnerBatch {
    private final PartnerWrites writes;
    private final Function<ImportRow, Value.Fields> own;
    private final Reach reached;
    private final Map<String, PartnerEntity> partners;
    private final Map<String, PartnerRow> rows = new LinkedHashMap<>();
    private final Set<PartnerRow> started = new HashSet<>();
    private final Set<UUID> made = new HashSet<>();
    private final Map<UUID, List<UUID>> children = new HashMap<>();
    private final List<Written> added = new ArrayList<>();
    private final List<Written> changed = new ArrayList<>();
    private final List<PartnerRow> moves = new ArrayList<>();

    /**
     * @param own returns a row's values for own fields
     * @param partners by code: those that rows name, and the head office
     */
    PartnerBatch(
            PartnerWrites writes,
            Function<ImportRow, Value.Fields> own,
            Reach reached,
            Map<String, PartnerEntity> partners) {
        this.writes = writes;
        this.own = own;
        this.reached = reached;
        this.partners = new HashMap<>(partners);
    }

    List<Violation> apply(List<ImportRow> imported, NamedKeys keys) {
        var all = new ArrayList<PartnerRow>();
        var repeated = keys.name(imported.stream()
                .map(row -> RowKey.of(row.number(), row.code(PartnerImport.CODE).orElse("")))
                .toList());
        for (ImportRow row : imported) {
            var opened = new PartnerRow(
                    row, partners.get(row.code(PartnerImport.CODE).orElse("")));
            all.add(opened);
            var earlier = repeated.get(row.number());
            if (earlier == null) {
                rows.put(opened.code(), opened);
            } else {
                opened.refuseRepeated(earlier);
            }
        }
        rows.values().forEach(this::write);
        writes.finish(children, added, changed);
        moves.forEach(this::move);
        return all.stream().flatMap(row -> row.violations().stream()).toList();
    }

    private void write(PartnerRow row) {
        if (!started.add(row)) {
            return;
        }
        row.parentCode().map(rows::get).ifPresent(this::write);
        var parent = parent(row);
        var draft = checked(row, parent);
        var entity = row.entity();
        if (!row.isGood()) {
            return;
        }
        if (entity == null) {
            add(row, draft, parent);
        } else if (parent == null || parent.id().equals(entity.parent())) {
            entity.take(draft, parent);
            changed.add(written(row, entity.id()));
        } else {
            moves.add(row);
        }
    }

    private PartnerDraft checked(PartnerRow row, @Nullable PartnerEntity parent) {
        var entity = row.entity();
        var violations = new Violations();
        var clean = PartnerCheck.clean(row.draft(parent), violations);
        PartnerCheck.place(clean, entity, parent, violations);
        row.refuse(violations.list());
        if (entity != null && !mayChange(entity)) {
            row.refuse(PartnerImport.CODE, "not_yours", row.code());
        }
        if (entity == null && !mayMake(clean.role(), parent)) {
            row.refuse(PartnerImport.PARENT, "not_yours", row.parentCode().orElse(""));
        }
        return clean;
    }

    private void add(PartnerRow row, PartnerDraft draft, @Nullable PartnerEntity parent) {
        var entity = writes.add(draft, parent);
        partners.put(draft.code(), entity);
        made.add(entity.id());
        added.add(written(row, entity.id()));
        if (parent != null) {
            children.computeIfAbsent(parent.id(), id -> new ArrayList<>()).add(entity.id());
        }
    }

    private Written written(PartnerRow row, UUID id) {
        return Written.of(id).with(own.apply(row.imported()), "").inRow(row.number());
    }

    private void move(PartnerRow row) {
        var known = row.entity();
        if (known == null) {
            return;
        }
        var entity = writes.current(known);
        try {
            writes.update(
                    entity.partner(), entity.version(), row.draft(parent(row)).with(own.apply(row.imported())));
        } catch (ProblemException refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            row.refuse(refused.violations());
            ProblemException.failIfAny(
                    RecordProblem.INVALID, refused.problem() == RecordProblem.INVALID ? row.violations() : List.of());
        }
    }

    private @Nullable PartnerEntity parent(PartnerRow row) {
        if (!row.role().hasParent()) {
            return null;
        }
        var entity = row.entity();
        var named = row.parentCode();
        if (named.isPresent()) {
            return partners.get(named.get());
        }
        return entity == null ? root() : writes.parent(entity);
    }

    private @Nullable PartnerEntity root() {
        return partners.values().stream()
                .filter(partner -> partner.role() == PartnerRole.HEAD_OFFICE)
                .findFirst()
                .orElse(null);
    }

    private boolean mayChange(PartnerEntity entity) {
        var parent = entity.parent();
        return reached.covers(new PartnerId(entity.id())) || (parent != null && reached.covers(new PartnerId(parent)));
    }

    private boolean mayMake(PartnerRole role, @Nullable PartnerEntity parent) {
        var above = role.hasParent() ? parent : root();
        return above == null || made.contains(above.id()) || reached.covers(new PartnerId(above.id()));
    }
}

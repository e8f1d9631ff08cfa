package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Plan.SlotChange;
import io.qudao.metadata.SlotState;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Definition.OfObject;
import io.qudao.metadata.internal.document.MergedComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Assigns slot columns to own fields: a field keeps its slot, gives it back, or gets the lowest free one of its family.
 */
final class SlotPlan {
    private final Instant now;
    private final List<SlotRow> changed = new ArrayList<>();
    private final List<SlotChange> changes = new ArrayList<>();

    SlotPlan(Instant now) {
        this.now = now;
    }

    /**
     * Returns all rows in their new state. Rows of removed objects stay unchanged: nothing is written there, so they
     * remain correct.
     */
    List<SlotRow> plan(ComponentCatalog next, Registry registry, Collection<SlotRow> rows) {
        var planned = new TreeMap<String, SlotRow>();
        rows.forEach(row -> planned.put(row.objectId() + "/" + row.slot(), row));
        for (MergedComponent object : next.of(ComponentKind.OBJECT)) {
            registry.of(object).ifPresent(registered -> {
                var mine = new TreeMap<String, SlotRow>();
                rows.stream()
                        .filter(row -> row.objectId() == registered.id())
                        .forEach(row -> mine.put(row.slot(), row));
                new OfOne(object, registered, registry.isFresh(registered), mine).plan(next);
                mine.values().forEach(row -> planned.put(row.objectId() + "/" + row.slot(), row));
            });
        }
        return List.copyOf(planned.values());
    }

    /** Returns the rows that are new or in another state. */
    List<SlotRow> changed() {
        return changed;
    }

    List<SlotChange> changes() {
        return changes;
    }

    /** The slots of one object. */
    private final class OfOne {
        private final MergedComponent object;
        private final RegisteredObject registered;
        private final boolean fresh;
        private final NavigableMap<String, SlotRow> rows;

        OfOne(MergedComponent object, RegisteredObject registered, boolean fresh, NavigableMap<String, SlotRow> rows) {
            this.object = object;
            this.registered = registered;
            this.fresh = fresh;
            this.rows = rows;
        }

        void plan(ComponentCatalog next) {
            var fields = next.parts(ComponentKind.FIELD, object.key().name()).stream()
                    .filter(field ->
                            field.identity() != null && field.as(OfField.class).hasSlot())
                    .toList();
            for (SlotRow row : List.copyOf(rows.values())) {
                if (row.isTaken() && fields.stream().noneMatch(field -> belongs(row, field))) {
                    put(row.fieldId(), row.in(SlotState.RETIRING, now));
                }
            }
            fields.stream().filter(this::hasNone).forEach(this::assign);
        }

        private boolean hasNone(MergedComponent field) {
            return rows.values().stream().noneMatch(row -> row.isTaken() && belongs(row, field));
        }

        private void assign(MergedComponent field) {
            var returned = rows.values().stream()
                    .filter(row -> isReturned(row) && belongs(row, field))
                    .findFirst();
            var definition = field.as(OfField.class);
            var family = SlotFamily.of(definition);
            var assigned = returned.map(SlotRow::slot).orElseGet(() -> lowestFree(family));
            var state = fresh ? SlotState.READY : SlotState.BUILDING;
            put(field.key().local(), row(field, definition, assigned, state));
        }

        /**
         * A column may still hold earlier values, so it can be taken back only before it is being scrubbed. A slot that
         * stands aside is keyed by its field, so it is taken back as long as any of it is left; otherwise scrubbing the
         * old values would delete the new ones.
         */
        private boolean isReturned(SlotRow row) {
            return row.state() == SlotState.RETIRING
                    || (row.state() == SlotState.SCRUBBING && row.slot().startsWith("x"));
        }

        private SlotRow row(MergedComponent field, OfField definition, String column, SlotState state) {
            return new SlotRow(
                    registered.id(),
                    column,
                    String.valueOf(field.identity()),
                    definition.type(),
                    definition.digitsBehindPoint(),
                    state,
                    now);
        }

        private String lowestFree(SlotFamily family) {
            return Stream.concat(
                            columns(family).stream(),
                            IntStream.iterate(1, number -> number + 1).mapToObj(family::aside))
                    .filter(column -> !rows.containsKey(column))
                    .findFirst()
                    .orElseThrow();
        }

        private List<String> columns(SlotFamily family) {
            var definition = object.as(OfObject.class);
            if (definition.table() == null) {
                return family.columns();
            }
            return definition.slots().stream().filter(family::has).sorted().toList();
        }

        private boolean belongs(SlotRow row, MergedComponent field) {
            return row.fieldId().equals(field.identity())
                    && SlotFamily.of(field.as(OfField.class)).has(row.slot());
        }

        private void put(String field, SlotRow row) {
            rows.put(row.slot(), row);
            changed.add(row);
            changes.add(new SlotChange(object.key().name(), field, row.slot(), row.state()));
        }
    }
}

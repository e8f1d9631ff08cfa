package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.SlotState;
import io.qudao.metadata.SlotStates;
import io.qudao.metadata.Storage;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfObject;
import io.qudao.metadata.internal.document.Layers;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Slots in {@code engine.slot}. */
@Service
final class JdbcSlotStates implements SlotStates {
    private final JdbcReleaseStore releases;
    private final JdbcSlotStore slots;
    private final LiveChanges changes;
    private final TransactionTemplate transaction;
    private final ComponentCatalog standard;
    private final Clock clock;

    JdbcSlotStates(
            JdbcReleaseStore releases,
            JdbcSlotStore slots,
            LiveChanges changes,
            TransactionTemplate transaction,
            Layers layers,
            Clock clock) {
        this.releases = releases;
        this.slots = slots;
        this.changes = changes;
        this.transaction = transaction;
        this.standard = layers.standard();
        this.clock = clock;
    }

    @Override
    public List<PendingSlot> pending() {
        var live = Objects.requireNonNull(transaction.execute(status -> releases.live()));
        return rows(live).map(Pair::pending).toList();
    }

    @Override
    public void ready(PendingSlot slot) {
        change(slot, SlotState.BUILDING, row -> slots.move(row, SlotState.READY, clock.instant()));
    }

    @Override
    public void scrubbing(PendingSlot slot) {
        change(slot, SlotState.RETIRING, row -> slots.move(row, SlotState.SCRUBBING, clock.instant()));
    }

    @Override
    public void scrubbed(PendingSlot slot) {
        change(slot, SlotState.SCRUBBING, slots::free);
    }

    private void change(PendingSlot slot, SlotState from, Predicate<SlotRow> change) {
        if (slot.state() != from) {
            throw new IllegalArgumentException("The slot is " + slot.state() + ", not " + from);
        }
        changes.make(() -> {
            var row = rows(releases.live())
                    .filter(pair -> pair.pending().equals(slot))
                    .findFirst();
            if (row.map(Pair::row).filter(change).isPresent()) {
                releases.raiseRevision();
            }
            return slot;
        });
    }

    private Stream<Pair> rows(PublishedState live) {
        return live.slots().stream()
                .filter(row -> row.state() != SlotState.READY)
                .flatMap(row -> live.objects().stream()
                        .filter(object -> object.id() == row.objectId())
                        .flatMap(object -> pair(object, row).stream()));
    }

    private Optional<Pair> pair(RegisteredObject object, SlotRow row) {
        return storage(object)
                .map(storage -> new Pair(
                        row,
                        new PendingSlot(
                                object.name(),
                                object.standard() ? 0 : object.id(),
                                storage,
                                row.fieldId(),
                                row.type(),
                                row.slot(),
                                row.scale(),
                                row.state(),
                                row.since())));
    }

    private Optional<Storage> storage(RegisteredObject object) {
        if (object.cell() != null) {
            return Optional.of(new Storage.Cell(object.cell()));
        }
        return standard.find(new ComponentKey(ComponentKind.OBJECT, object.name()))
                .flatMap(entry -> entry.as(OfObject.class).ownTable());
    }

    private record Pair(SlotRow row, PendingSlot pending) {}
}

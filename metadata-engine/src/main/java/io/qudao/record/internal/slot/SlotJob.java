package io.qudao.record.internal.slot;

import io.qudao.metadata.SlotState;
import io.qudao.metadata.SlotStates;
import io.qudao.metadata.SlotStates.PendingSlot;
import io.qudao.record.internal.row.RecordProperties;
import io.qudao.record.internal.slot.SlotProgress.Progress;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves slots through their states: fills those that are building until a full pass finds nothing to fill, and sets
 * those that were given up to null. Writes continue meanwhile: each batch is a short transaction, and a record that
 * changes during it is left alone because its writer has filled the slot.
 */
@Component
public class SlotJob {
    private static final Logger LOG = LoggerFactory.getLogger(SlotJob.class);
    private static final Duration STUCK = Duration.ofMinutes(10);

    private final SlotStates slots;
    private final SlotRows rows;
    private final SlotProgress progress;
    private final TransactionTemplate transaction;
    private final RecordProperties properties;
    private final Clock clock;

    public SlotJob(
            SlotStates slots,
            SlotRows rows,
            SlotProgress progress,
            TransactionTemplate transaction,
            RecordProperties properties,
            Clock clock) {
        this.slots = slots;
        this.rows = rows;
        this.progress = progress;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** Processes one batch of one slot; returns whether there may be more to do at once. */
    public boolean turn(Tenant tenant) {
        return TenantScope.call(Caller.platform(tenant), () -> {
            for (PendingSlot slot : slots.pending()) {
                if (isSettled(slot) && work(slot)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Returns whether every node knows the slot's state and everything that began before has ended. */
    private boolean isSettled(PendingSlot slot) {
        Instant known =
                slot.since().plus(slot.state() == SlotState.RETIRING ? properties.retire() : properties.settle());
        return !clock.instant().isBefore(known)
                && Boolean.TRUE.equals(transaction.execute(status -> progress.isAlone(known)));
    }

    private boolean work(PendingSlot slot) {
        return switch (slot.state()) {
            case BUILDING -> build(slot);
            case RETIRING -> {
                slots.scrubbing(slot);
                yield true;
            }
            case SCRUBBING -> scrub(slot);
            case READY -> false;
        };
    }

    private boolean scrub(PendingSlot slot) {
        var after = pass(slot, rows::scrub);
        if (after != null && isProven(after)) {
            slots.scrubbed(slot);
            transaction.executeWithoutResult(status -> progress.forget(slot));
        }
        return after != null;
    }

    private boolean build(PendingSlot slot) {
        var after = pass(slot, rows::fill);
        if (after != null && isProven(after)) {
            slots.ready(slot);
            transaction.executeWithoutResult(status -> progress.forget(slot));
            LOG.info("Field {}.{} is now ready for filters and sorts", slot.object(), slot.fieldId());
        }
        return after != null;
    }

    /** Moves on by one batch, and after a pass that had something to do begins another; null if another node is at it. */
    private @Nullable Progress pass(PendingSlot slot, BiFunction<PendingSlot, Progress, Progress> batch) {
        return transaction.execute(status -> {
            var before = progress.take(slot);
            if (before == null || before.due().isAfter(clock.instant())) {
                return null;
            }
            var moved = batch.apply(slot, before);
            if (moved.isPassed() && moved.stuck() > 0) {
                moved = moved.again(clock.instant().plus(STUCK));
                LOG.warn(
                        "Field {}.{} cannot become unique: {} records share values",
                        slot.object(),
                        slot.fieldId(),
                        moved.stuck());
            }
            progress.keep(slot, moved.isPassed() && moved.changed() > 0 ? moved.again(clock.instant()) : moved);
            return moved;
        });
    }

    private static boolean isProven(Progress progress) {
        return progress.isPassed() && progress.changed() == 0 && progress.stuck() == 0;
    }
}

package io.qudao.metadata.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Release;
import io.qudao.metadata.Releases.Publication;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Plans, publishes and rolls back, in the caller's transaction. */
@Component
final class Publisher {
    static final int ROLLBACKS = 50;

    private final JdbcReleaseStore releases;
    private final JdbcDraftStore drafts;
    private final JdbcSlotStore slots;
    private final Planner planner;
    private final Clock clock;

    Publisher(JdbcReleaseStore releases, JdbcDraftStore drafts, JdbcSlotStore slots, Planner planner, Clock clock) {
        this.releases = releases;
        this.drafts = drafts;
        this.slots = slots;
        this.planner = planner;
        this.clock = clock;
    }

    Plan plan() {
        var live = releases.live();
        var edits = drafts.read();
        var standIns = new AtomicInteger();
        var proposal = planner.propose(live, edits.applyTo(live.components()), standIns::decrementAndGet);
        return new Plan(
                edits.draft(live.number()).base(),
                live.number(),
                proposal.changes(),
                proposal.violations(),
                proposal.slotChanges(),
                edits.fingerprint(live.number()));
    }

    Release publish(Publication publication) {
        var live = releases.live();
        var edits = drafts.read();
        requireCurrent(edits, live, publication);
        var proposal = planner.propose(live, edits.applyTo(live.components()), slots::nextObject);
        if (proposal.changes().isEmpty()) {
            throw new ProblemException(MetadataProblem.DRAFT_EMPTY);
        }
        ProblemException.failIfAny(MetadataProblem.INVALID_PLAN, proposal.violations());
        if (!publication.destructive() && proposal.changes().stream().anyMatch(Plan.Change::destructive)) {
            throw new ProblemException(MetadataProblem.DESTRUCTIVE);
        }
        var release = write(live, proposal, publication.comment());
        drafts.clear();
        return release;
    }

    Release rollback(int number) {
        var live = releases.live();
        if (number < 0 || number >= live.number() || number < live.number() - ROLLBACKS) {
            throw new ProblemException(MetadataProblem.NO_SUCH_RELEASE, number);
        }
        var then = new Live(number, 0, releases.components(number), live.objects(), live.slots());
        var proposal = planner.propose(live, then.components(), slots::nextObject);
        ProblemException.failIfAny(MetadataProblem.INVALID_PLAN, proposal.violations());
        return write(live, proposal, "↺ " + number);
    }

    private static void requireCurrent(Edits edits, Live live, Publication publication) {
        if (edits.components().isEmpty()) {
            throw new ProblemException(MetadataProblem.DRAFT_EMPTY);
        }
        if (edits.base() != live.number()) {
            throw new ProblemException(MetadataProblem.DRAFT_STALE, edits.base(), live.number());
        }
        String agreed = publication.fingerprint();
        if (agreed != null && !agreed.equals(edits.fingerprint(live.number()))) {
            throw new ProblemException(MetadataProblem.PLAN_CHANGED);
        }
    }

    private Release write(Live live, Proposal proposal, String comment) {
        var release = new Release(
                live.number() + 1,
                comment,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                TenantScope.caller().name(),
                proposal.changes().size());
        slots.writeObjects(proposal.objects());
        var ended = new HashSet<ComponentKey>();
        var added = new ArrayList<Owned>();
        Map<ComponentKey, Owned> before = live.components();
        for (Owned owned : proposal.own()) {
            var old = before.remove(owned.key());
            if (old == null || !isSame(old, owned)) {
                added.add(owned);
            }
            if (old != null && !isSame(old, owned)) {
                ended.add(owned.key());
            }
        }
        ended.addAll(before.keySet());
        releases.write(release, added, ended);
        slots.writeSlots(proposal.slots());
        return release;
    }

    private static boolean isSame(Owned before, Owned after) {
        return before.document().hash().equals(after.document().hash())
                && Objects.equals(before.identity(), after.identity());
    }
}

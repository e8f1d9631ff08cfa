package io.qudao.metadata.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Release;
import io.qudao.metadata.Releases.Publication;
import io.qudao.metadata.internal.check.CompiledGrants;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.ShippedLayers;
import io.qudao.tenancy.TenantScope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Plans, publishes and rolls back, in the caller's transaction. */
@Component
final class Publisher {
    private static final int ROLLBACKS = 50;

    private final JdbcReleaseStore releases;
    private final OpenDrafts drafts;
    private final JdbcSlotStore slots;
    private final ShippedLayers shipped;
    private final Planner planner;
    private final Clock clock;

    Publisher(
            JdbcReleaseStore releases,
            OpenDrafts drafts,
            JdbcSlotStore slots,
            ShippedLayers shipped,
            Planner planner,
            Clock clock) {
        this.releases = releases;
        this.drafts = drafts;
        this.slots = slots;
        this.shipped = shipped;
        this.planner = planner;
        this.clock = clock;
    }

    Plan plan() {
        var live = releases.live();
        var merge = drafts.merge(live);
        var edits = merge.edits();
        var standIns = new AtomicInteger();
        var proposal = planner.propose(live, merge.components(), standIns::decrementAndGet);
        return plan(
                edits.draft(live.number()).base(), live, proposal, merge.conflicts(), edits.fingerprint(live.number()));
    }

    Release publish(Publication publication) {
        var live = releases.live();
        var merge = drafts.merge(live);
        var edits = merge.edits();
        if (edits.components().isEmpty()) {
            throw new ProblemException(MetadataProblem.DRAFT_EMPTY);
        }
        requireAgreed(publication, edits.fingerprint(live.number()));
        if (publication.fingerprint() == null && drafts.isShared(edits)) {
            throw new ProblemException(MetadataProblem.PLAN_CHANGED);
        }
        ProblemException.failIfAny(
                MetadataProblem.CONFLICTS,
                merge.conflicts().stream().map(Publisher::violation).toList());
        var proposal = agreed(live, merge.components(), publication);
        var release = write(live, proposal, publication.comment());
        drafts.discard();
        return release;
    }

    Plan planRollback(int number) {
        var live = releases.live();
        var standIns = new AtomicInteger();
        var proposal = planner.propose(live, then(live, number).components(), standIns::decrementAndGet);
        return plan(number, live, proposal, List.of(), fingerprint(live, number));
    }

    Release rollback(int number, Publication consent) {
        var live = releases.live();
        requireAgreed(consent, fingerprint(live, number));
        var proposal = agreed(live, then(live, number).components(), consent);
        String comment = "↺ " + number;
        return write(live, proposal, consent.comment().isEmpty() ? comment : comment + " · " + consent.comment());
    }

    /** The live release and those that can be gone back to, newest first. */
    List<Release> history() {
        return releases.history(ROLLBACKS + 1);
    }

    Optional<Release> lastChange(ComponentKey key) {
        return releases.lastChange(key);
    }

    private PublishedState then(PublishedState live, int number) {
        if (number < 0 || number >= live.number() || number < live.number() - ROLLBACKS) {
            throw new ProblemException(MetadataProblem.NO_SUCH_RELEASE, number);
        }
        return new PublishedState(number, 0, releases.components(number), live.objects(), live.slots(), live.layer());
    }

    /** Returns a fingerprint of a rollback to this release from the published one. */
    private static String fingerprint(PublishedState live, int number) {
        return CanonicalJson.sha256(live.number() + "↺" + number);
    }

    private static Plan plan(
            int base, PublishedState live, Proposal proposal, List<Plan.Conflict> conflicts, String fingerprint) {
        return new Plan(
                base,
                live.number(),
                proposal.changes(),
                proposal.violations(),
                proposal.slotChanges(),
                conflicts,
                proposal.warnings(),
                Audiences.of(proposal),
                CompiledGrants.of(proposal.next()),
                proposal.demands(),
                fingerprint);
    }

    private static void requireAgreed(Publication publication, String fingerprint) {
        String agreed = publication.fingerprint();
        if (agreed != null && !agreed.equals(fingerprint)) {
            throw new ProblemException(MetadataProblem.PLAN_CHANGED);
        }
    }

    /** Returns what is published, with the access that is granted, if nothing stands against it. */
    private Proposal agreed(
            PublishedState live, NavigableMap<ComponentKey, OwnComponent> own, Publication publication) {
        var granted = planner.granting(publication.access(), live, own);
        var proposal = planner.propose(live, granted, slots::nextObject);
        requireConsent(proposal, publication);
        return proposal;
    }

    private static void requireConsent(Proposal proposal, Publication publication) {
        if (proposal.changes().isEmpty()) {
            throw new ProblemException(MetadataProblem.DRAFT_EMPTY);
        }
        ProblemException.failIfAny(MetadataProblem.INVALID_PLAN, proposal.violations());
        if (!publication.destructive() && proposal.changes().stream().anyMatch(Plan.Change::destructive)) {
            throw new ProblemException(MetadataProblem.DESTRUCTIVE);
        }
    }

    private static Violation violation(Plan.Conflict conflict) {
        String path = conflict.attribute().isEmpty() ? "" : "/" + conflict.attribute();
        return Violation.of(conflict.key() + path, "metadata.changed_by_others");
    }

    private Release write(PublishedState live, Proposal proposal, String comment) {
        var release = new Release(
                live.number() + 1,
                comment,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                TenantScope.caller().name(),
                proposal.changes().size());
        slots.writeObjects(proposal.objects());
        var ended = new HashSet<ComponentKey>();
        var added = new ArrayList<OwnComponent>();
        Map<ComponentKey, OwnComponent> before = live.components();
        for (OwnComponent owned : proposal.own()) {
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
        var layer = proposal.layer();
        if (layer != null && layer.hash() != null) {
            shipped.keep(layer);
            releases.standOn(layer.hash());
        }
        return release;
    }

    private static boolean isSame(OwnComponent before, OwnComponent after) {
        return before.document().hash().equals(after.document().hash())
                && Objects.equals(before.identity(), after.identity());
    }
}

package io.qudao.approval.internal;

import io.qudao.approval.ApprovalState;
import io.qudao.approval.internal.EntryCriteria.RecordState;
import io.qudao.kernel.Value;
import io.qudao.metadata.ApprovalProcess;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.Storage;
import io.qudao.record.RecordListener;
import io.qudao.record.RecordsChanged;
import io.qudao.record.RecordsChanged.Change;
import io.qudao.record.RecordsChanged.Kind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Starts approval processes when records change. The first process that applies to a record starts if its criteria did not
 * hold before the change (DD059). Of an object whose module asks itself, it only remembers who has changed which record, as
 * far as a process wants to know. It decides nothing and writes no record, so it causes no further change.
 */
@Component
final class RecordApprovals implements RecordListener {
    private static final Set<ApprovalState> WAITING = EnumSet.of(ApprovalState.PENDING);
    private static final Set<ApprovalState> STANDING = EnumSet.of(ApprovalState.PENDING, ApprovalState.APPROVED);

    private final Metadata metadata;
    private final EntryCriteria criteria;
    private final ApprovalBatch approvals;
    private final Authors authors;
    private final Set<String> askedByModules;

    RecordApprovals(
            Metadata metadata,
            EntryCriteria criteria,
            ApprovalBatch approvals,
            Authors authors,
            List<StandardObject> objects) {
        this.metadata = metadata;
        this.criteria = criteria;
        this.approvals = approvals;
        this.authors = authors;
        this.askedByModules = objects.stream()
                .filter(StandardObject::asksForApproval)
                .map(StandardObject::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Wish wish(ReleaseView release, ObjectType type) {
        var processes = release.approvals(type.name());
        if (type.storage() instanceof Storage.Table && askedByModules.contains(type.name())) {
            return processes.stream().allMatch(ApprovalProcess::requesterMayApprove) ? Wish.NOTHING : Wish.IDS;
        }
        return processes.isEmpty() ? Wish.NOTHING : Wish.VALUES;
    }

    @Override
    public void changed(RecordsChanged change) {
        authors.add(change.object(), change.ids());
        if (askedByModules.contains(change.object())) {
            return;
        }
        if (change.kind() == Kind.DELETED) {
            approvals.close(change.object(), change.ids(), WAITING);
            return;
        }
        var release = metadata.current();
        var steps = change.changes().stream()
                .map(each -> step(release, change.object(), each))
                .toList();
        var open = steps.stream().filter(Step::goesOn).map(Step::record).toList();
        var last = approvals.last(change.object(), open);
        String naming =
                release.object(change.object()).map(ObjectType::nameField).orElse("");
        var asked = steps.stream()
                .filter(step ->
                        step.enters() || (step.goesOn() && isAskedAgain(release, step, last.get(step.record()))))
                .flatMap(step -> step.process().map(process -> step.asked(process, naming)).stream())
                .toList();
        var left = steps.stream().filter(Step::leaves).map(Step::record).toList();
        approvals.close(change.object(), left, WAITING);
        approvals.close(change.object(), asked.stream().map(Asked::record).toList(), STANDING);
        approvals.add(change.object(), release.number(), asked);
    }

    /**
     * The effect of a change on the processes of the object.
     *
     * @param process the process that applies to the record now
     * @param appliedBefore whether that process applied before; if none applies now, whether any did
     */
    private record Step(Change change, Optional<ApprovalProcess> process, boolean appliedBefore) {
        UUID record() {
            return change.id();
        }

        boolean enters() {
            return process.isPresent() && !appliedBefore;
        }

        boolean goesOn() {
            return process.isPresent() && appliedBefore;
        }

        boolean leaves() {
            return process.isEmpty() && appliedBefore;
        }

        Asked asked(ApprovalProcess by, String naming) {
            var name = change.after().values().getOrDefault(naming, Value.none());
            return new Asked(record(), name instanceof Value.Text(var title) ? title : "", by);
        }
    }

    private Step step(ReleaseView release, String object, Change change) {
        var now = criteria.process(release, object, state(change, change.version(), change.after()));
        if (change.before().values().isEmpty()) {
            return new Step(change, now, false);
        }
        var before = state(change, change.version() - 1, change.before());
        boolean appliedBefore = now.map(process -> criteria.hold(release, process, before))
                .orElseGet(() -> criteria.process(release, object, before).isPresent());
        return new Step(change, now, appliedBefore);
    }

    /** Nobody approves what they have not seen, and an approval does not cover other values of the fields it was judged by. */
    private boolean isAskedAgain(ReleaseView release, Step step, @Nullable ApprovalState last) {
        return switch (last) {
            case PENDING, REJECTED -> true;
            case APPROVED ->
                step.process()
                        .map(process -> criteria.fields(release, process))
                        .filter(judged -> !Collections.disjoint(step.change().fields(), judged))
                        .isPresent();
            case VOID -> false;
            case null -> false;
        };
    }

    private static RecordState state(Change change, long version, Value.Fields fields) {
        var facts = new LinkedHashMap<>(fields.values());
        facts.put("version", Value.of(version));
        return new RecordState(change.id(), new Value.Fields(facts));
    }
}

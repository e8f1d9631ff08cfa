package io.qudao.approval;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Approvals of records by the processes of the tenant's release. */
public interface Approvals {
    /** Asks for a yes in the caller's name; an approval of the same record that still waits becomes void. */
    @ByModules
    ApprovalOutcome start(ApprovalRequest request);

    /**
     * Decides, if the caller holds the process's permission, acts for the partner who decides, and did not ask for it
     * themselves (unless the process allows it: O6). Whoever rejects says why.
     */
    @AnyMember
    Approval decide(UUID approval, Decision decision, @Nullable String reason);

    /** Decides the approval of this record that waits. */
    @AnyMember
    Approval decide(String object, UUID record, Decision decision, @Nullable String reason);

    /** Voids what waits or was approved, because the record was changed or withdrawn. */
    @ByModules
    void withdraw(String object, UUID record, @Nullable String reason);

    /** One that the caller asked for, or may decide on. */
    @AnyMember
    Approval get(UUID approval);

    /** The same with what was decided on it. */
    @AnyMember
    Course course(UUID approval);

    /** What waits for the caller, the oldest first. */
    @AnyMember
    Slice<Approval> inbox(@Nullable String cursor, int limit);

    /** Those of these records of which the caller may decide the approval that waits. */
    @ByModules
    Set<UUID> decidable(String object, Collection<UUID> records);

    /** Everything that was decided on a record, in order; for modules that have checked that the caller may see it. */
    @ByModules
    List<DecisionEntry> history(String object, UUID record);

    /** An approval and what was decided on it, in order. */
    record Course(Approval approval, List<DecisionEntry> decisions) {
        public Course {
            decisions = List.copyOf(decisions);
        }
    }
}

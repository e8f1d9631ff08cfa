package io.qudao.approval;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Approval of records by the processes of the tenant's current release. A process starts by itself in the transaction of the
 * change that makes its criteria true; for objects whose module requests approval itself ({@link
 * io.qudao.metadata.StandardObject#asksForApproval()}), it starts when the module says so.
 */
public interface Approvals {
    /** Requests approval in the caller's name. An approval of the same record that is still pending becomes void. */
    @ByModules
    ApprovalOutcome start(ApprovalRequest request);

    /**
     * Decides. The caller needs the process's permission, must act for the deciding partner, and must not be the
     * requester or have changed the record since it was approved last, unless the process allows it (O6). A rejection needs a reason.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND} if the caller may not
     *     see it, {@link ApprovalProblem#NOT_AN_APPROVER}, {@link ApprovalProblem#OWN_REQUEST}, {@link
     *     ApprovalProblem#NOTHING_WAITS}, or {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a missing or too
     *     long reason
     */
    @AnyMember
    Approval decide(UUID approval, Decision decision, @Nullable String reason);

    /**
     * Decides the pending approval of this record, as {@link #decide(UUID, Decision, String)} does. The caller has locked the
     * record.
     *
     * @throws io.qudao.kernel.ProblemException {@link ApprovalProblem#NOTHING_WAITS}, {@link
     *     ApprovalProblem#NOT_AN_APPROVER}, {@link ApprovalProblem#OWN_REQUEST}, or {@link
     *     io.qudao.kernel.CommonProblem#INVALID_INPUT} for a missing or too long reason
     */
    @AnyMember
    Approval decide(String object, UUID record, Decision decision, @Nullable String reason);

    /**
     * Makes the caller an author of records of which he has changed a part that is a record of its own, such as a line of an
     * order (O6).
     */
    @ByModules
    void changed(String object, Collection<UUID> records);

    /** Voids the record's pending and granted approvals because the record was changed or withdrawn. */
    @ByModules
    void withdraw(String object, UUID record, @Nullable String reason);

    /**
     * Returns an approval that the caller requested or may decide, or that was requested by a change of a record that they
     * may read.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @AnyMember
    Approval get(UUID approval);

    /**
     * Returns the approval with its decisions, for whom {@link #get} returns it.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND}
     */
    @AnyMember
    Course course(UUID approval);

    /**
     * Returns the approvals of a record that {@link #get} returns to the caller, in order.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#NOT_FOUND} if there is none and the
     *     caller may not read the record
     */
    @AnyMember
    List<Course> ofRecord(String object, UUID record);

    /**
     * Returns the approvals that wait for the caller, oldest first.
     *
     * @throws io.qudao.kernel.ProblemException {@link io.qudao.kernel.CommonProblem#INVALID_INPUT} for a wrong cursor
     *     or limit
     */
    @AnyMember
    Slice<Approval> inbox(@Nullable String cursor, int limit);

    /** Returns those of the given records whose pending approval the caller may decide. */
    @ByModules
    Set<UUID> decidable(String object, Collection<UUID> records);

    /**
     * Returns all decisions on a record in order. For modules that have already checked that the caller may see the
     * record.
     */
    @ByModules
    List<DecisionEntry> history(String object, UUID record);

    /** An approval and its decisions in order. */
    record Course(Approval approval, List<DecisionEntry> decisions) {
        public Course {
            decisions = List.copyOf(decisions);
        }
    }
}

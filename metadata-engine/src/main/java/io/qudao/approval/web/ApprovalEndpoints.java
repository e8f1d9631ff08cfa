package io.qudao.approval.web;

import io.qudao.approval.Approval;
import io.qudao.approval.Approvals;
import io.qudao.approval.Decision;
import io.qudao.approval.DecisionEntry;
import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of approvals, and the decisions. */
@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalEndpoints {
    private final Approvals approvals;

    ApprovalEndpoints(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    @AnyMember
    Slice<Approval> inbox(@RequestParam(defaultValue = "50") int limit) {
        return new Slice<>(approvals.inbox(limit), null);
    }

    @GetMapping("/{id}")
    @AnyMember
    Course get(@PathVariable UUID id) {
        return new Course(approvals.get(id), approvals.decisions(id));
    }

    @PostMapping("/{id}/approve")
    @AnyMember
    Approval approve(@PathVariable UUID id, @RequestBody(required = false) @Nullable Why why) {
        return approvals.decide(id, Decision.APPROVE, reason(why));
    }

    @PostMapping("/{id}/reject")
    @AnyMember
    Approval reject(@PathVariable UUID id, @RequestBody(required = false) @Nullable Why why) {
        return approvals.decide(id, Decision.REJECT, reason(why));
    }

    private static @Nullable String reason(@Nullable Why why) {
        return why == null ? null : why.reason();
    }

    record Why(@Nullable String reason) {}

    /** An approval and what was decided on it. */
    record Course(Approval approval, List<DecisionEntry> decisions) {}
}

package io.qudao.approval.web;

import io.qudao.approval.Approval;
import io.qudao.approval.Approvals;
import io.qudao.approval.Decision;
import io.qudao.kernel.AnyMember;
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

@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalsController {
    private final Approvals approvals;

    ApprovalsController(Approvals approvals) {
        this.approvals = approvals;
    }

    /** What waits for the caller. */
    @GetMapping
    @AnyMember
    List<Approval> inbox(@RequestParam(defaultValue = "100") int limit) {
        return approvals.inbox(limit);
    }

    @PostMapping("/{id}/approve")
    @AnyMember
    Approval approve(@PathVariable UUID id, @RequestBody(required = false) @Nullable Why why) {
        return approvals.decide(id, Decision.APPROVE, why == null ? null : why.reason());
    }

    @PostMapping("/{id}/reject")
    @AnyMember
    Approval reject(@PathVariable UUID id, @RequestBody Why why) {
        return approvals.decide(id, Decision.REJECT, why.reason());
    }

    record Why(@Nullable String reason) {}
}

package io.qudao.approval.web;

import io.qudao.approval.Approval;
import io.qudao.approval.Approvals;
import io.qudao.approval.Approvals.Course;
import io.qudao.approval.Decision;
import io.qudao.kernel.AnyMember;
import io.qudao.kernel.Slice;
import io.qudao.rest.Paging;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of approvals, and the decisions. */
@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalController {
    private final Approvals approvals;

    ApprovalController(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    @AnyMember
    Slice<Approval> inbox(Paging paging) {
        return approvals.inbox(paging.cursor(), paging.rows());
    }

    @GetMapping("/{id}")
    @AnyMember
    Course get(@PathVariable UUID id) {
        return approvals.course(id);
    }

    /** What has been asked for about a record, in order. */
    @GetMapping("/records/{object}/{record}")
    @AnyMember
    Items ofRecord(@PathVariable String object, @PathVariable UUID record) {
        return new Items(approvals.ofRecord(object, record));
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

    record Items(List<Course> items) {}
}

package io.qudao.approval;

import io.qudao.kernel.ProblemCode;

/** What approval refuses. */
public enum ApprovalProblem implements ProblemCode {
    NOTHING_WAITS("approval.nothing_waits", Kind.CONFLICT),
    /** The caller does not hold the process's permission, or acts for another partner. */
    NOT_AN_APPROVER("approval.not_an_approver", Kind.FORBIDDEN),
    /** Who asks does not answer (O6). */
    OWN_REQUEST("approval.own_request", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    ApprovalProblem(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

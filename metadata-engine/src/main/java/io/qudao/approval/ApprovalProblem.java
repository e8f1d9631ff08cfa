package io.qudao.approval;

import io.qudao.kernel.ProblemCode;

/** Why an approval or a decision is refused. */
public enum ApprovalProblem implements ProblemCode {
    NOTHING_WAITS("approval.nothing_waits", Kind.CONFLICT),
    /** The caller lacks the permission that the process asks for, or acts for another partner. */
    NOT_AN_APPROVER("approval.not_an_approver", Kind.FORBIDDEN),
    /** Requesters do not decide on their own requests (O6). */
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

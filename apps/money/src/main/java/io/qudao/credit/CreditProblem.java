package io.qudao.credit;

import io.qudao.kernel.ProblemCode;

/** Why a credit call is refused. */
public enum CreditProblem implements ProblemCode {
    ACCOUNT_UNKNOWN("credit.account_unknown", Kind.NOT_FOUND),
    LIMIT_NEGATIVE("credit.limit_negative", Kind.USER);

    private final String code;
    private final Kind kind;

    CreditProblem(String code, Kind kind) {
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

package io.qudao.partner;

import io.qudao.kernel.ProblemCode;

/** Why work on partners is refused. */
public enum PartnerProblem implements ProblemCode {
    PARTNER_INVALID("partner.invalid", Kind.USER),
    PARTNER_CODE_TAKEN("partner.code_taken", Kind.CONFLICT),
    ACCOUNT_INVALID("partner.account_invalid", Kind.USER),
    ACCOUNT_EXISTS("partner.account_exists", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    PartnerProblem(String code, Kind kind) {
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

package io.qudao.pricing;

import io.qudao.kernel.ProblemCode;

/** Why work on price lists is refused. */
public enum PricingProblem implements ProblemCode {
    PRICE_LIST_INVALID("pricing.list_invalid", Kind.USER),
    PRICE_LIST_CODE_TAKEN("pricing.list_code_taken", Kind.CONFLICT),
    ENTRIES_INVALID("pricing.entries_invalid", Kind.USER);

    private final String code;
    private final Kind kind;

    PricingProblem(String code, Kind kind) {
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

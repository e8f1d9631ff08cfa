package io.qudao.ordering;

import io.qudao.kernel.ProblemCode;

/** Why an ordering call is refused. */
public enum OrderingProblem implements ProblemCode {
    /** The buyer has no open account with the seller in that currency. */
    NOT_TRADING("ordering.not_trading", Kind.RULE),
    /** The buyer has several accounts that match; the request must name the seller or the currency. */
    SEVERAL_ACCOUNTS("ordering.several_accounts", Kind.USER),
    /** The order, its partner or a line is not accessible to this caller. */
    NOT_A_PARTY("ordering.not_a_party", Kind.FORBIDDEN),
    INVALID_ORDER("ordering.invalid_order", Kind.USER),
    STOCK_SHORT("ordering.stock_short", Kind.RULE),
    PRICE_CHANGED("ordering.price_changed", Kind.CONFLICT),
    PRICE_MISSING("ordering.price_missing", Kind.RULE),
    KEY_MISSING("ordering.key_missing", Kind.USER),
    EXTERNAL_NUMBER_TAKEN("ordering.external_number_taken", Kind.CONFLICT),
    WRONG_STATUS("ordering.wrong_status", Kind.CONFLICT),
    CREDIT_HELD("ordering.credit_held", Kind.CONFLICT),
    REASON_MISSING("ordering.reason_missing", Kind.USER);

    private final String code;
    private final Kind kind;

    OrderingProblem(String code, Kind kind) {
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

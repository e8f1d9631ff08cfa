package io.qudao.fulfillment;

import io.qudao.kernel.ProblemCode;

/** Why a fulfillment call is refused. */
public enum FulfillmentProblem implements ProblemCode {
    /** Only approved or partly shipped orders can be shipped. */
    NOT_SHIPPABLE("fulfillment.not_shippable", Kind.CONFLICT),
    /** The quantity exceeds ordered minus cancelled minus shipped (F1). */
    INVALID_LINES("fulfillment.invalid_lines", Kind.USER),
    NOTHING_TO_SHIP("fulfillment.nothing_to_ship", Kind.CONFLICT),
    ALREADY_RECEIVED("fulfillment.already_received", Kind.CONFLICT),
    NOT_A_PARTY("fulfillment.not_a_party", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    FulfillmentProblem(String code, Kind kind) {
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

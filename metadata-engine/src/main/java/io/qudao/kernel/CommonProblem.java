package io.qudao.kernel;

/** Problems that any module may raise. */
public enum CommonProblem implements ProblemCode {
    INVALID_INPUT("invalid_input", Kind.USER),
    MALFORMED("malformed", Kind.USER),
    UNAUTHENTICATED("unauthenticated", Kind.UNAUTHENTICATED),
    FORBIDDEN("forbidden", Kind.FORBIDDEN),
    /** Data of the whole tenant cannot be changed while acting for one of its partners. */
    HEAD_OFFICE("head_office", Kind.FORBIDDEN),
    NOT_FOUND("not_found", Kind.NOT_FOUND),
    CONFLICT("conflict", Kind.CONFLICT),
    /** An idempotency key was used for another request. Argument: the key. */
    KEY_REUSED("key_reused", Kind.CONFLICT),
    STALE("stale", Kind.STALE),
    TOO_LARGE("too_large", Kind.TOO_LARGE),
    LIMIT("limit", Kind.LIMIT),
    INTERNAL("internal", Kind.INTERNAL),
    UNAVAILABLE("unavailable", Kind.DEPENDENCY);

    private final String code;
    private final Kind kind;

    CommonProblem(String code, Kind kind) {
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

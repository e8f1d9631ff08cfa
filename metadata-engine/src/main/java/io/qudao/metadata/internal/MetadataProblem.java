package io.qudao.metadata.internal;

import io.qudao.kernel.ProblemCode;

/** Why a configuration change is refused. */
enum MetadataProblem implements ProblemCode {
    /** A document violates its kind's schema. */
    INVALID_COMPONENT("metadata.invalid_component", Kind.USER),
    UNKNOWN_COMPONENT("metadata.unknown_component", Kind.NOT_FOUND),
    /** A standard component cannot be removed. */
    STANDARD_COMPONENT("metadata.standard_component", Kind.RULE),
    DRAFT_EMPTY("metadata.draft_empty", Kind.CONFLICT),
    /** The draft conflicts with a release published meanwhile. */
    CONFLICTS("metadata.conflicts", Kind.CONFLICT),
    /** The draft is not the one that was planned. */
    PLAN_CHANGED("metadata.plan_changed", Kind.CONFLICT),
    DESTRUCTIVE("metadata.destructive", Kind.CONFLICT),
    /** The plan has violations. */
    INVALID_PLAN("metadata.invalid_plan", Kind.RULE),
    NO_SUCH_RELEASE("metadata.no_such_release", Kind.NOT_FOUND);

    private final String code;
    private final Kind kind;

    MetadataProblem(String code, Kind kind) {
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

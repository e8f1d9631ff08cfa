package io.qudao.record;

import io.qudao.kernel.ProblemCode;

/** Why work on records is refused. */
public enum RecordProblem implements ProblemCode {
    /** Argument: the object's name. */
    UNKNOWN_OBJECT("record.unknown_object", Kind.NOT_FOUND),
    /** Values violate their fields or the object's rules; each is a violation. */
    INVALID("record.invalid", Kind.USER),
    /** An invalid query: unknown fields, a wrong limit, a cursor of another query; each is a violation. */
    INVALID_QUERY("record.invalid_query", Kind.USER),
    /** Argument: the object's name. Its module does not offer this command. */
    KEPT_BY_MODULE("record.kept_by_module", Kind.CONFLICT),
    /** Live records refer to the record to be deleted; a violation for each of their objects states how many. */
    IN_USE("record.in_use", Kind.CONFLICT),
    /** A change must state which version of the record it is for. */
    VERSION_REQUIRED("record.version_required", Kind.UNCONDITIONAL),
    /** Argument: the maximum number of records in a batch. */
    BATCH_TOO_LARGE("record.batch_too_large", Kind.TOO_LARGE),
    /** The list takes too long; narrow it, or have its fields made filterable. */
    TOO_SLOW("record.too_slow", Kind.RULE);

    private final String code;
    private final Kind kind;

    RecordProblem(String code, Kind kind) {
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

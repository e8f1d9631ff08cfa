package io.qudao.expression;

import io.qudao.kernel.ProblemCode;

/** How the module fails at the edge. */
public enum ExpressionProblems implements ProblemCode {
    /** The source has problems; each is a violation. */
    INVALID("expression.invalid", Kind.USER);

    private final String code;
    private final Kind kind;

    ExpressionProblems(String code, Kind kind) {
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

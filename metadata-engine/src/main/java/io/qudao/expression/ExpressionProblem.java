package io.qudao.expression;

import io.qudao.kernel.ProblemCode;

/** Problems of this module. */
public enum ExpressionProblem implements ProblemCode {
    /** The source has errors; each one is a violation. */
    INVALID("expression.invalid", Kind.USER);

    private final String code;
    private final Kind kind;

    ExpressionProblem(String code, Kind kind) {
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

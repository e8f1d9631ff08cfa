package io.qudao.imports.web;

import io.qudao.kernel.ProblemCode;

/** How an import that its caller has waited for is refused for its rows. */
enum ImportRefusal implements ProblemCode {
    REJECTED("imports.rejected");

    private final String code;

    ImportRefusal(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.RULE;
    }
}

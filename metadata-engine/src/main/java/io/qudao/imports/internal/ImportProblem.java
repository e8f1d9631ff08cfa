package io.qudao.imports.internal;

import io.qudao.kernel.ProblemCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.List;

/** Why an import is refused before its rows are checked. */
enum ImportProblem implements ProblemCode {
    EMPTY_FILE("imports.empty_file", Kind.USER),
    NOT_A_TABLE("imports.not_a_table", Kind.USER),
    OLD_EXCEL("imports.old_excel", Kind.USER),
    WRONG_HEADER("imports.wrong_header", Kind.USER),
    WRONG_ENCODING("imports.wrong_encoding", Kind.USER),
    UNCLEAR_ENCODING("imports.unclear_encoding", Kind.USER),
    BROKEN_FILE("imports.broken_file", Kind.USER),
    REPEATED_FILE("imports.repeated_file", Kind.CONFLICT),
    ENDED("imports.ended", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    ImportProblem(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** Returns the refusal of the whole file with a violation of {@code file} whose text has the same name. */
    ProblemException ofFile() {
        return new ProblemException(this, List.of(Violation.of("file", code)));
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

package io.qudao.imports.web;

import io.qudao.imports.ImportJob;
import io.qudao.imports.ImportState;
import io.qudao.imports.Imports;
import io.qudao.kernel.ProblemCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.List;

/** The problem reported for an import with bad rows, chosen by its first error. */
enum ImportRefusal implements ProblemCode {
    REJECTED("imports.rejected"),
    NO_RIGHT("imports.no_right"),
    BAD_ROWS("imports.bad_rows");

    /** One more is read: the last row of a full page is left out because it may have more errors. */
    private static final int FIRST_ERRORS = 100;

    private static final String MEMBER_LOST_RIGHT = "import_no_right";

    private final String code;

    ImportRefusal(String code) {
        this.code = code;
    }

    static ProblemException of(ImportJob job, Imports imports) {
        var errors = imports.errors(job.id(), -1, FIRST_ERRORS + 1);
        return new ProblemException(refusal(job, errors), errors, job.bad(), job.rows(), path(job));
    }

    private static ImportRefusal refusal(ImportJob job, List<Violation> errors) {
        if (job.state() != ImportState.REJECTED) {
            return BAD_ROWS;
        }
        return errors.stream().anyMatch(error -> error.code().equals(MEMBER_LOST_RIGHT)) ? NO_RIGHT : REJECTED;
    }

    /** Returns the path of the import. */
    static String path(ImportJob job) {
        return "/api/v1/imports/" + job.id();
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

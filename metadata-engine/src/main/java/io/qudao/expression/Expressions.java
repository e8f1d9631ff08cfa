package io.qudao.expression;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.List;

/** Compiles expressions. Compiled expressions are immutable and cheap to keep; caching them is the caller's choice. */
@ByModules
public interface Expressions {
    /**
     * Parses and checks a source against the fields it may use. Never throws on a wrong source: all problems come back
     * at once, each with its place.
     */
    Compilation compile(String source, Schema schema, ExpectedType expected);

    /** The conditions that must all hold for a source to hold: what its outermost {@code &&} join, or itself. */
    List<String> conditions(String source);

    /**
     * The compiled expression, or one problem {@code expression.invalid} with a violation of {@code field} for every
     * problem of the source.
     */
    default Expression require(String field, String source, Schema schema, ExpectedType expected) {
        return switch (compile(source, schema, expected)) {
            case Compilation.Compiled compiled -> compiled.expression();
            case Compilation.Rejected rejected ->
                throw new ProblemException(
                        ExpressionProblem.INVALID,
                        rejected.problems().stream()
                                .<Violation>map(problem -> problem.violation(field))
                                .toList());
        };
    }
}

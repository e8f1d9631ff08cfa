package io.qudao.expression;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Compiles expressions. Compiled expressions are immutable and cheap to keep; whether to cache them is up to the
 * caller.
 */
@ByModules
public interface Expressions {
    /**
     * Parses and checks a source against the fields it may use. Never throws for a wrong source: all errors are
     * returned together, each with its position.
     */
    Compilation compile(String source, Schema schema, ExpectedType expected);

    /**
     * Returns the conditions that must all hold for the source to hold: the operands of its outermost {@code &&}, or
     * the source itself.
     */
    List<String> conditions(String source);

    /**
     * Returns the source with other names in its paths and everything else, white space and comments included, as it
     * is. A source that cannot be parsed is returned unchanged.
     *
     * @param renamed returns for each path of fields the same path or one of the same length
     */
    String rename(String source, UnaryOperator<FieldPath> renamed);

    /**
     * Returns the compiled expression.
     *
     * @throws io.qudao.kernel.ProblemException {@link ExpressionProblem#INVALID} with a violation of {@code field} for
     *     every error in the source
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

package io.qudao.expression;

import java.util.List;

/** What became of a source. */
public sealed interface Compilation {
    record Compiled(Expression expression) implements Compilation {}

    /** Every problem found, in the order of the source; never empty. */
    record Rejected(List<ExpressionError> problems) implements Compilation {
        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("A rejected source has a problem");
            }
        }
    }
}

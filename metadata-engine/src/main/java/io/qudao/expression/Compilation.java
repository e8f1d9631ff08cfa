package io.qudao.expression;

import java.util.List;

/** The result of compiling a source. */
public sealed interface Compilation {
    record Compiled(Expression expression) implements Compilation {}

    /** All problems found, in source order; never empty. */
    record Rejected(List<ExpressionError> problems) implements Compilation {
        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("A rejected source needs at least one problem");
            }
        }
    }
}

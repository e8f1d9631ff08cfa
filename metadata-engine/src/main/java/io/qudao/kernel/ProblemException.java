package io.qudao.kernel;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The platform's only exception for expected failures: a code, all violations together, and the arguments of its
 * message.
 */
public final class ProblemException extends RuntimeException {
    private final ProblemCode problem;
    private final List<Violation> violations;
    private final List<String> arguments;

    public ProblemException(ProblemCode problem, Object... arguments) {
        this(problem, List.of(), null, arguments);
    }

    public ProblemException(ProblemCode problem, List<Violation> violations, Object... arguments) {
        this(problem, violations, null, arguments);
    }

    public ProblemException(
            ProblemCode problem, List<Violation> violations, @Nullable Throwable cause, Object... arguments) {
        super(problem.code() + (violations.isEmpty() ? "" : " " + violations) + Arrays.toString(arguments), cause);
        this.problem = problem;
        this.violations = List.copyOf(violations);
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public ProblemCode problem() {
        return problem;
    }

    public List<Violation> violations() {
        return violations;
    }

    public List<String> arguments() {
        return arguments;
    }

    /** Throws one exception with all violations, or returns if there are none. */
    public static void failIfAny(ProblemCode problem, List<Violation> violations, Object... arguments) {
        if (!violations.isEmpty()) {
            throw new ProblemException(problem, violations, null, arguments);
        }
    }
}

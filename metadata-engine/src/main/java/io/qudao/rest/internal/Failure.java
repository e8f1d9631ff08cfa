package io.qudao.rest.internal;

import io.qudao.kernel.ProblemException;

/**
 * A failure, understood.
 *
 * @param status of the answer; the problem's own unless HTTP has a better one
 */
record Failure(ProblemException problem, int status) {
    static Failure of(ProblemException problem) {
        return new Failure(
                problem,
                problem.problem() instanceof HttpProblem http
                        ? http.status()
                        : problem.problem().kind().status());
    }
}

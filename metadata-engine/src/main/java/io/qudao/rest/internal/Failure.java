package io.qudao.rest.internal;

import io.qudao.kernel.ProblemException;

/**
 * A failure translated to a problem.
 *
 * @param status status of the response: the problem's own unless HTTP has a more precise one
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

package io.qudao.rest;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Answers a failed request with problem+json (RFC 9457) and puts its reference number in the log. */
public interface ProblemWriter {
    /**
     * Whatever the failure was: a problem, a refusal of Spring's, a broken body, a database that is down. The text is in
     * the language the request asked for, else in the caller's.
     */
    @Anonymous
    void write(HttpServletRequest request, HttpServletResponse response, Throwable failure);

    /** What {@link #write} would answer, for a handler that tells of a problem without failing itself. */
    @Anonymous
    ProblemBody describe(HttpServletRequest request, ProblemException problem);
}

package io.qudao.rest;

import io.qudao.kernel.Anonymous;
import io.qudao.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Writes a problem+json response (RFC 9457) for a failed request and logs it under its reference number. */
public interface ProblemWriter {
    /**
     * Writes the response for any failure: a problem, a refusal of Spring, a malformed body, an unavailable database.
     * The text is in the language the request asked for, else in the caller's.
     */
    @Anonymous
    void write(HttpServletRequest request, HttpServletResponse response, Throwable failure);

    /** Returns what {@link #write} would write, for a handler that reports a problem without failing itself. */
    @Anonymous
    ProblemBody describe(HttpServletRequest request, ProblemException problem);
}

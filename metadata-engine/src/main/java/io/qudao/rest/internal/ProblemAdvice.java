package io.qudao.rest.internal;

import io.qudao.rest.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Responds for handlers that fail. */
@RestControllerAdvice
final class ProblemAdvice {
    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void answer(Exception failed, HttpServletRequest request, HttpServletResponse response) {
        if (!(failed instanceof AsyncRequestNotUsableException)) {
            problems.write(request, response, failed);
        }
    }
}

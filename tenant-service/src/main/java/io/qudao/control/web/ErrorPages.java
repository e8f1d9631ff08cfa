package io.qudao.control.web;

import io.qudao.control.store.DatabaseOutage;
import io.qudao.kernel.Anonymous;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Responds to requests that no handler answered: a problem document for programs, a page for people. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 503);

    private final ProblemWriter problems;

    ErrorPages(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Anonymous
    @Nullable
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/internal/")) {
            problems.write(request, response, problem(request, status));
            return null;
        }
        response.setStatus(status);
        if (status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, ProblemWriter.SOON);
        }
        return new ModelAndView("error")
                .addObject("status", status)
                .addObject("kind", EXPLAINED.contains(status) ? status : 500);
    }

    /** Returns the status for the failure; a filter that misses the database is not at fault, whatever the container says. */
    private static int status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && DatabaseOutage.caused(failure)) {
            return 503;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private static ProblemException problem(HttpServletRequest request, int status) {
        return switch (status) {
            case 400, 405, 406, 415 -> new ProblemException(CommonProblem.MALFORMED, "");
            case 401 -> new ProblemException(CommonProblem.UNAUTHENTICATED);
            case 403 -> new ProblemException(CommonProblem.FORBIDDEN);
            case 404 -> new ProblemException(CommonProblem.NOT_FOUND);
            case 413 -> new ProblemException(CommonProblem.TOO_LARGE);
            default ->
                status < 500
                        ? new ProblemException(CommonProblem.MALFORMED, "")
                        : broken(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        };
    }

    private static ProblemException broken(@Nullable Object cause) {
        return switch (cause) {
            case ProblemException known -> known;
            case Throwable down
            when DatabaseOutage.caused(down) -> new ProblemException(CommonProblem.UNAVAILABLE, List.of(), down);
            case Throwable failure -> new ProblemException(CommonProblem.INTERNAL, List.of(), failure);
            case null, default -> new ProblemException(CommonProblem.INTERNAL);
        };
    }
}

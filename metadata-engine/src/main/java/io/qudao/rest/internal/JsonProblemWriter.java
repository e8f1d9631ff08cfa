package io.qudao.rest.internal;

import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.rest.Languages;
import io.qudao.rest.ProblemBody;
import io.qudao.rest.ProblemTexts;
import io.qudao.rest.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import tools.jackson.databind.json.JsonMapper;

/** Writes the response without content negotiation: whatever the client accepts, a problem is problem+json. */
@Component
final class JsonProblemWriter implements ProblemWriter {
    private static final Logger LOG = LoggerFactory.getLogger("io.qudao.problem");

    private final ProblemTexts texts;
    private final JsonMapper json;

    JsonProblemWriter(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable failure) {
        var understood = Failures.understand(failure);
        String reference = reference(request);
        log(request, understood, reference, failure);
        if (response.isCommitted()) {
            return;
        }
        var body = json.writeValueAsBytes(body(understood, reference, Languages.of(request)));
        response.resetBuffer();
        response.setStatus(understood.status());
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        addHeaders(response, understood.status(), failure);
        try {
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException gone) {
            LOG.debug("The client no longer waits for the response {}", reference, gone);
        }
    }

    @Override
    public ProblemBody describe(HttpServletRequest request, ProblemException problem) {
        return body(Failure.of(problem), reference(request), Languages.of(request));
    }

    private ProblemBody body(Failure failure, String reference, Locale locale) {
        var problem = failure.problem();
        var status = HttpStatus.resolve(failure.status());
        return new ProblemBody(
                "/problems/" + problem.problem().code(),
                status == null ? "Problem" : status.getReasonPhrase(),
                failure.status(),
                texts.detail(problem, locale),
                problem.problem().code(),
                problem.violations().stream()
                        .map(violation -> wrong(violation, locale))
                        .toList(),
                reference);
    }

    private ProblemBody.Wrong wrong(Violation violation, Locale locale) {
        return new ProblemBody.Wrong(
                violation.field(), violation.code(), texts.message(violation, locale), violation.row());
    }

    private static void addHeaders(HttpServletResponse response, int status, Throwable failure) {
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "2");
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
        }
    }

    private static void log(HttpServletRequest request, Failure failure, String reference, Throwable thrown) {
        ProblemException problem = failure.problem();
        String what = failure.status() + " " + request.getMethod() + " " + request.getRequestURI();
        if (failure.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            LOG.error("{}: {} [reference {}]", what, problem.problem().code(), reference, thrown);
        } else {
            LOG.info("{}: {} [reference {}]", what, problem.getMessage(), reference);
        }
    }

    private static String reference(HttpServletRequest request) {
        return request.getAttribute(RequestIdFilter.ATTRIBUTE) instanceof String id
                ? id
                : Ids.next().toString();
    }
}

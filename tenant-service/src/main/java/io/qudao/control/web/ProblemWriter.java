package io.qudao.control.web;

import io.qudao.kernel.ProblemCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a refusal of the API as a problem document in the reader's language, with a reference that is also logged.
 */
@Component
public class ProblemWriter {

    /** When to come back if something we depend on is away, in seconds. */
    static final String SOON = "2";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final JsonMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;

    ProblemWriter(JsonMapper json, MessageSource messages, LocaleResolver locales) {
        this.json = json;
        this.messages = messages;
        this.locales = locales;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemCode problem)
            throws IOException {
        write(request, response, new ProblemException(problem));
    }

    /** Writes the response; a problem of kind limit has the seconds to wait as its first argument. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException failure)
            throws IOException {
        var document = document(request, failure);
        response.setStatus(document.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (failure.problem().kind() == ProblemCode.Kind.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (failure.problem().kind() == ProblemCode.Kind.LIMIT) {
            failure.arguments().stream()
                    .findFirst()
                    .ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        }
        if (failure.problem().kind() == ProblemCode.Kind.DEPENDENCY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(document));
    }

    /** Returns the text of a violation in a language. */
    public String message(Violation violation, Locale locale) {
        return text("violation." + violation.code(), violation.arguments(), locale);
    }

    private Problem document(HttpServletRequest request, ProblemException failure) {
        var locale = locales.resolveLocale(request);
        var problem = failure.problem();
        var reference = RequestIdFilter.id(request);
        report(request, failure, reference);
        return new Problem(
                "urn:qudao:problem:" + problem.code(),
                text("problem.kind." + problem.kind().name().toLowerCase(Locale.ROOT), List.of(), locale),
                problem.kind().status(),
                text("problem." + problem.code(), failure.arguments(), locale),
                problem.code(),
                failure.violations().stream()
                        .map(broken -> new Problem.Broken(
                                broken.field(), broken.code(), message(broken, locale), broken.arguments()))
                        .toList(),
                reference);
    }

    private static void report(HttpServletRequest request, ProblemException failure, String reference) {
        var code = failure.problem().code();
        if (failure.problem().kind() == ProblemCode.Kind.INTERNAL) {
            LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, failure);
        } else {
            LOG.info("{} {} refused: {}, reference {}", request.getMethod(), request.getRequestURI(), code, reference);
        }
    }

    private String text(String key, List<String> arguments, Locale locale) {
        return messages.getMessage(key, arguments.toArray(), locale);
    }
}

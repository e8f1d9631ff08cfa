package io.qudao.ui.shell;

import io.qudao.kernel.ProblemException;
import io.qudao.rest.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Tells people who are refused before any page exists why, for example because they are no longer members. */
@Component
final class RefusalPage {
    private final ProblemTexts problems;
    private final MessageSource messages;

    RefusalPage(ProblemTexts problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    /** Returns whether a person will see the response and not a script. */
    static boolean isFor(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return request.getMethod().equals("GET") && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem) throws IOException {
        var locale = LanguageCookie.read(request).orElseGet(request::getLocale);
        var title = text("error.forbidden", locale);
        var page = """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/tokens.css"><link rel="stylesheet" href="/component.css">
                <link rel="stylesheet" href="/shell.css"><link rel="stylesheet" href="/identity/brand.css"></head><body><main class="error-page">
                <div class="q-card q-stack"><div class="brand-mark"></div><h1>%s</h1><p>%s</p>
                <p><a href="/sign-out">%s</a></p></div></main></body></html>
                """.formatted(
                        locale.toLanguageTag(),
                        title,
                        title,
                        HtmlUtils.htmlEscape(problems.detail(problem, locale)),
                        text("person.sign_out", locale));
        response.setStatus(problem.problem().kind().status());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(page);
    }

    private String text(String key, Locale locale) {
        return HtmlUtils.htmlEscape(String.valueOf(messages.getMessage(key, null, key, locale)));
    }
}

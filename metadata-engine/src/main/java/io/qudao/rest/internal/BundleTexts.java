package io.qudao.rest.internal;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.rest.ProblemTexts;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Looks up problems by their codes; for a missing text it shows the code. */
@Component
final class BundleTexts implements ProblemTexts {
    private final MessageSource messages;

    BundleTexts(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public String detail(ProblemException problem, Locale locale) {
        return text("problem." + problem.problem().code(), problem.arguments(), locale);
    }

    @Override
    public String message(Violation violation, Locale locale) {
        String code = violation.code();
        String key = code.startsWith(VIOLATION_BY_PROBLEM) ? code : "violation." + code;
        return text(key, violation.arguments(), locale);
    }

    private String text(String key, List<String> arguments, Locale locale) {
        return messages.getMessage(key, arguments.toArray(), key, locale);
    }
}

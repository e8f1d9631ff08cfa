package io.qudao.control;

import io.qudao.kernel.Violation;
import java.util.Optional;

/** What every name that people give must be. */
public final class TextRules {

    private TextRules() {}

    /** There, not too long, and of characters that can be shown. */
    public static Optional<Violation> check(String field, String text, int longest) {
        if (text.isBlank()) {
            return Optional.of(Violation.of(field, "required"));
        }
        if (text.length() > longest) {
            return Optional.of(Violation.of(field, "too_long", longest));
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? Optional.of(Violation.of(field, "not_readable"))
                : Optional.empty();
    }
}

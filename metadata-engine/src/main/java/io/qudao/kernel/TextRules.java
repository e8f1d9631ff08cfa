package io.qudao.kernel;

import java.util.Optional;

/** The rules for all names that people enter. */
public final class TextRules {
    private TextRules() {}

    /** Checks that the text is present, not too long, and made of characters that can be stored and shown. */
    public static Optional<Violation> check(String field, String text, int longest) {
        if (text.isBlank()) {
            return Optional.of(Violation.of(field, "required"));
        }
        if (text.length() > longest) {
            return Optional.of(Violation.of(field, "too_long", longest));
        }
        return isReadable(text) ? Optional.empty() : Optional.of(Violation.of(field, "not_readable"));
    }

    /** Returns whether a text has no control characters and no unpaired surrogates, which no database accepts. */
    public static boolean isReadable(String text) {
        return text.codePoints()
                .noneMatch(code -> Character.isISOControl(code) || Character.getType(code) == Character.SURROGATE);
    }
}

package io.qudao.kernel;

import java.util.Optional;

/** What every name that people give must be. */
public final class TextRules {
    private TextRules() {}

    /** There, not too long, and of characters that can be stored and shown. */
    public static Optional<Violation> check(String field, String text, int longest) {
        if (text.isBlank()) {
            return Optional.of(Violation.of(field, "required"));
        }
        if (text.length() > longest) {
            return Optional.of(Violation.of(field, "too_long", longest));
        }
        return isReadable(text) ? Optional.empty() : Optional.of(Violation.of(field, "not_readable"));
    }

    /** Whether a text has no control characters and no half of a surrogate pair, which no database takes. */
    public static boolean isReadable(String text) {
        return text.codePoints()
                .noneMatch(code -> Character.isISOControl(code) || Character.getType(code) == Character.SURROGATE);
    }
}

package io.qudao.kernel;

/**
 * Checks whether the database can store a text: PostgreSQL stores no NUL, and an unpaired surrogate is not a character.
 */
public final class StorableText {
    private StorableText() {}

    public static boolean accepts(CharSequence text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                index++;
                if (index == text.length() || !Character.isLowSurrogate(text.charAt(index))) {
                    return false;
                }
            }
        }
        return true;
    }
}

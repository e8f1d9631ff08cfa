package io.qudao.record.internal;

/** Decides what counts as no text where a value is required, for the application and for SQL alike. */
final class Blank {
    /**
     * All characters that show nothing but space, narrow or wide. {@link String#isBlank()} leaves out those that do not
     * break lines, and {@code btrim} all but the space itself.
     */
    static final String CHARACTERS = "\t\n\u000B\f\r\u001C\u001D\u001E\u001F \u0085\u00A0\u1680\u2000\u2001\u2002\u2003"
            + "\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    private Blank() {}

    static boolean is(String text) {
        return text.chars().allMatch(character -> CHARACTERS.indexOf(character) >= 0);
    }
}

package io.qudao.expression.internal;

import java.util.Optional;

/** Texts as both back ends see them: sequences of code points, as PostgreSQL's collations "C" and "pg_c_utf8" do. */
final class Texts {
    private Texts() {}

    /** Compares by code point. Java's own order puts characters beyond U+FFFF before some within it. */
    static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int at = 0; at < common; at++) {
            char a = left.charAt(at);
            char b = right.charAt(at);
            if (a != b) {
                boolean beyond = Character.isSurrogate(a);
                return beyond == Character.isSurrogate(b) ? Character.compare(a, b) : beyond ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Lower-cases each code point by itself, independent of language and neighbouring characters. */
    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    /** Returns the smallest text greater than all texts with this prefix; empty if there is none. */
    static Optional<String> next(String beginning) {
        int end = beginning.length();
        while (end > 0) {
            int last = beginning.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int above = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return Optional.of(beginning.substring(0, end) + Character.toString(above));
            }
        }
        return Optional.empty();
    }
}

package io.qudao.metadata;

import io.qudao.kernel.TextForm;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The folded form of a text by which slots find and sort: lower case, character by character, so that the form of a
 * prefix is a prefix of the form. Different texts may have the same form, so a search must compare the text as well.
 */
final class FoldedText {
    /** Maximum UTF-8 bytes in a {@code t} slot. */
    static final int SLOT_BYTES = 200;

    /** Letters of scripts in which one character may be two of half width. */
    private static final Pattern JOINING = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{M}]\\z");

    private FoldedText() {}

    static String of(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit >= 0x80 || (unit >= 'A' && unit <= 'Z')) {
                return lower(text);
            }
        }
        return text;
    }

    /** Returns the form by which two texts are one unique value: they may also differ in width and in blanks around them. */
    static String key(String text) {
        return of(TextForm.ofCode(text));
    }

    /** Returns the keys that a text may be stored with: values of earlier versions have the folded form. */
    static List<String> keys(String text) {
        String key = key(text);
        String folded = of(text);
        return key.equals(folded) ? List.of(key) : List.of(key, folded);
    }

    /**
     * Returns the beginning of the keys of all texts with this beginning; empty if they share none, as the characters behind
     * may join its last one.
     */
    static String keyPrefix(String beginning) {
        String folded = of(beginning);
        return folded.equals(key(beginning)) && !JOINING.matcher(beginning).find() ? folded : "";
    }

    /** Returns as much of the beginning of the form as fits into a slot, cut between characters. */
    static String slot(String text) {
        String form = of(text);
        if (form.length() * 3L <= SLOT_BYTES) {
            return form;
        }
        int bytes = 0;
        for (int index = 0; index < form.length(); ) {
            int character = form.codePointAt(index);
            bytes += bytes(character);
            if (bytes > SLOT_BYTES) {
                return form.substring(0, index);
            }
            index += Character.charCount(character);
        }
        return form;
    }

    /** Returns the number of UTF-8 bytes of a text. */
    static int bytes(String text) {
        return text.codePoints().map(FoldedText::bytes).sum();
    }

    private static int bytes(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    private static String lower(String text) {
        var form = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(form::appendCodePoint);
        return form.toString();
    }
}

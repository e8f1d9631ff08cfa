package io.qudao.metadata;

/**
 * The folded form of a text by which slots find and sort: lower case, character by character, so that the form of a
 * prefix is a prefix of the form. Different texts may have the same form, so a search must compare the text as well.
 */
final class FoldedText {
    /** Maximum UTF-8 bytes in a {@code t} slot. */
    static final int SLOT_BYTES = 200;

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

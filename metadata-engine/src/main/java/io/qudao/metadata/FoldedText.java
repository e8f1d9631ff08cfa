package io.qudao.metadata;

/**
 * The form of a text by which slots find and sort: in lower case, each character by itself, so that the form of a text's
 * beginning is the beginning of its form. Other texts may have the same form: whoever finds by it compares the text too.
 */
final class FoldedText {
    /** Bytes in UTF-8 that a {@code t} slot holds at most. */
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

    /** The beginning of the form, as far as it fits into a slot, never with half a character. */
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

    /** Bytes of a text in UTF-8. */
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

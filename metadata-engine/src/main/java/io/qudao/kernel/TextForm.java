package io.qudao.kernel;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The forms in which texts from outside are kept. Unicode has several ways to write the same letter; without one form, two
 * texts that nobody can tell apart would be different values (DD093).
 */
public final class TextForm {
    /** All characters that {@link #strip} leaves out around a text, for statements that do the same. */
    public static final String UNSEEN = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(TextForm::isUnseen)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    /** The first character that can be combined with the one before it. Nothing below it changes its form. */
    private static final char FIRST_COMBINING = 0x300;

    private static final char NEXT_LINE = 0x85;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /** Looks like the usual blank, unlike the one of full width. */
    private static final Pattern UNUSUAL_BLANK = Pattern.compile("[\\p{Zs}&&[^\\u3000]]");

    private TextForm() {}

    /** Returns whether the database can store a text: no NUL, and no unpaired surrogate, which is not a character. */
    public static boolean isStorable(CharSequence text) {
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

    /** Returns a text in NFC: a letter and its accent are one character. Texts look the same in it. */
    public static String of(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** Returns a code in NFKC: also letters and digits of full width, as Chinese input methods type them, are usual ones. */
    public static String ofCode(String code) {
        return strip(Normalizer.normalize(code, Normalizer.Form.NFKC));
    }

    /** Returns a name that serves as a code, such as a category's: as it was written, with usual blanks. */
    public static String ofName(String name) {
        return strip(UNUSUAL_BLANK.matcher(of(name)).replaceAll(" "));
    }

    /** Returns a text without what nobody sees before and behind it: blanks of any kind and characters of no width. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isUnseen(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isUnseen(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == NEXT_LINE
                || (Character.getType(character) == Character.FORMAT && !isPartOfFlag(character));
    }

    /** Flags of regions, such as Scotland's, end in characters that are no more than such parts. */
    private static boolean isPartOfFlag(int character) {
        return character >= FIRST_TAG && character <= LAST_TAG;
    }

    /** Returns whether a code shows all its characters: no control characters and none of no width, which make another code. */
    public static boolean isPlain(String code) {
        return !HIDDEN.matcher(code).find();
    }

    /** Returns whether a code is plain and has no blanks. */
    public static boolean isWord(String code) {
        return isPlain(code) && code.codePoints().noneMatch(Character::isSpaceChar);
    }

    /**
     * Finds things by codes that people typed: by the very code, or else by its usual form.
     *
     * @param finder returns things by code
     * @return what was found, by the codes as they were typed
     */
    public static <T> Map<String, T> findByCode(
            Collection<String> typed, Function<Set<String>, Map<String, T>> finder) {
        var wanted = new HashSet<>(typed);
        typed.forEach(code -> wanted.add(ofCode(code)));
        var known = finder.apply(wanted);
        var found = new HashMap<String, T>();
        for (String code : typed) {
            var one = known.containsKey(code) ? known.get(code) : known.get(ofCode(code));
            if (one != null) {
                found.put(code, one);
            }
        }
        return found;
    }
}

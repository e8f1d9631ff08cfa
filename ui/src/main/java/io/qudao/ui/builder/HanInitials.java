package io.qudao.ui.builder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Converts Chinese words to the first letters of the characters' readings, as people abbreviate them. The result is
 * only a proposed name and may be changed. In GB 2312 the common simplified characters are sorted by reading; the
 * traditional ones are listed by it.
 */
final class HanInitials {
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    /** The first character of each letter, followed by the end of the range. */
    private static final int[] STARTS = {
        0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6,
        0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1, 0xD7FA
    };

    private static final Map<String, String> TRADITIONAL = traditional();

    private HanInitials() {}

    /** Returns the text with its Chinese words replaced by letters, separated from what stands beside them. */
    static String of(String text) {
        return HAN.matcher(text).replaceAll(HanInitials::initials);
    }

    private static String initials(MatchResult words) {
        var letters = new StringBuilder(" ");
        words.group().codePoints().forEach(character -> letters.append(initial(character)));
        return letters.append(' ').toString();
    }

    /** Returns the initial; empty for a character that is not a common one. */
    private static String initial(int character) {
        var bytes = Character.toString(character).getBytes(GB2312);
        int code = bytes.length == 2 ? ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF) : 0;
        for (int letter = LETTERS.length() - 1; letter >= 0; letter--) {
            if (code >= STARTS[letter] && code < STARTS[LETTERS.length()]) {
                return LETTERS.substring(letter, letter + 1);
            }
        }
        return TRADITIONAL.getOrDefault(Character.toString(character), "");
    }

    /** Reads lines of a letter, a blank and the characters whose readings start with it. */
    private static Map<String, String> traditional() {
        var initials = new HashMap<String, String>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HanInitials.class.getResourceAsStream("traditional-initials.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .forEach(line -> line.substring(2)
                            .codePoints()
                            .forEach(character -> initials.put(Character.toString(character), line.substring(0, 1))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Map.copyOf(initials);
    }
}

package io.qudao.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Recognises passwords that attackers try first: common passwords, a common word or name with a few characters around
 * it, keyboard walks, repetitions, digits only.
 */
final class GuessedPasswords {
    private static final Set<String> COMMON = read();

    /** Number of characters around a common word that do not make it safe: a date, {@code 5201314}, {@code !@#}. */
    private static final int AROUND = 8;

    private static final int WALK = 3;
    private static final int STRAY = 2;
    private static final Pattern EDGES = Pattern.compile("^[^a-z]+|[^a-z]+$");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");
    private static final Pattern AGAIN = Pattern.compile("(.{1,8}?)\\1+.?", Pattern.DOTALL);

    /** Rows and columns of a keyboard and the alphabet; each is walked in both directions. */
    private static final List<String> WALKS = Stream.of(
                    "`1234567890-=",
                    "~!@#$%^&*()_+",
                    "qwertyuiop[]",
                    "asdfghjkl;'",
                    "zxcvbnm,./",
                    "abcdefghijklmnopqrstuvwxyz",
                    "1qaz",
                    "2wsx",
                    "3edc",
                    "4rfv",
                    "5tgb",
                    "6yhn",
                    "7ujm",
                    "8ik,",
                    "9ol.",
                    "!qaz",
                    "@wsx",
                    "#edc",
                    "$rfv",
                    "qazwsxedcrfvtgbyhnujmikolp",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "1a2b3c4d5e6f7g8h9i0j",
                    "a1b2c3d4e5f6g7h8i9j0")
            .flatMap(walk -> Stream.of(walk, new StringBuilder(walk).reverse().toString()))
            .toList();

    private static final List<Predicate<String>> GUESSES = List.of(
            COMMON::contains,
            GuessedPasswords::isOfDigits,
            GuessedPasswords::isRepeated,
            GuessedPasswords::isWalked,
            GuessedPasswords::isDressedUp);

    private GuessedPasswords() {}

    static boolean include(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return GUESSES.stream().anyMatch(guess -> guess.test(lower));
    }

    private static boolean isOfDigits(String password) {
        return password.chars().allMatch(Character::isDigit);
    }

    private static boolean isRepeated(String password) {
        return AGAIN.matcher(password).matches();
    }

    /** Whether it consists of walks of at least three steps, apart from one or two other characters. */
    private static boolean isWalked(String password) {
        int stray = 0;
        for (int at = 0; at < password.length(); ) {
            int steps = walkFrom(password, at);
            stray += steps < WALK ? 1 : 0;
            at += steps < WALK ? 1 : steps;
        }
        return stray <= STRAY;
    }

    private static int walkFrom(String password, int start) {
        int steps = 0;
        while (start + steps < password.length() && isWalk(password.substring(start, start + steps + 1))) {
            steps++;
        }
        return steps;
    }

    private static boolean isWalk(String part) {
        return WALKS.stream().anyMatch(walk -> walk.contains(part));
    }

    /**
     * Whether it is a common word with little around or between its letters, or with digits and signs in place of
     * letters.
     */
    private static boolean isDressedUp(String password) {
        var core = EDGES.matcher(password).replaceAll("");
        var letters = NO_LETTER.matcher(password).replaceAll("");
        return isCommon(core, password) || isCommon(letters, password) || isCommon(undressed(password), password);
    }

    private static boolean isCommon(String word, String password) {
        return password.length() - word.length() <= AROUND
                && (COMMON.contains(word) || (!word.equals(undressed(word)) && COMMON.contains(undressed(word))));
    }

    private static String undressed(String password) {
        var plain = password.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
        return EDGES.matcher(plain).replaceAll("");
    }

    private static Set<String> read() {
        var resource = Objects.requireNonNull(
                GuessedPasswords.class.getResourceAsStream("common-passwords.txt.gz"), "common-passwords.txt.gz");
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

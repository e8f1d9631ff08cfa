package io.qudao.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The rules for passwords, the same wherever one is entered: above all a minimum length, and nothing that attackers
 * guess first.
 */
public final class PasswordRules {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int DISTINCT = 5;

    private static final List<BiFunction<String, String, Optional<Violation>>> RULES = List.of(
            PasswordRules::form,
            PasswordRules::length,
            PasswordRules::variety,
            PasswordRules::notTheAddress,
            PasswordRules::notGuessed);

    private PasswordRules() {}

    /** Returns the first thing wrong with a password of the person with this address. */
    public static List<Violation> check(String password, String email) {
        return RULES.stream()
                .flatMap(rule -> rule.apply(password, email).stream())
                .limit(1)
                .toList();
    }

    /** Returns whether a text can be hashed; an unpaired surrogate cannot be encoded. */
    public static boolean isText(String password) {
        return password.codePoints().noneMatch(code -> Character.getType(code) == Character.SURROGATE);
    }

    private static Optional<Violation> form(String password, String email) {
        return isText(password) ? Optional.empty() : Optional.of(Violation.of("password", "not_readable"));
    }

    private static Optional<Violation> length(String password, String email) {
        long length = password.codePoints().count();
        if (length < SHORTEST) {
            return Optional.of(Violation.of("password", "password_short", SHORTEST));
        }
        return length > LONGEST ? Optional.of(Violation.of("password", "too_long", LONGEST)) : Optional.empty();
    }

    private static Optional<Violation> variety(String password, String email) {
        return password.codePoints().distinct().count() < DISTINCT
                ? Optional.of(Violation.of("password", "password_simple"))
                : Optional.empty();
    }

    private static Optional<Violation> notGuessed(String password, String email) {
        return GuessedPasswords.include(password)
                ? Optional.of(Violation.of("password", "password_guessed"))
                : Optional.empty();
    }

    private static Optional<Violation> notTheAddress(String password, String email) {
        var lower = password.toLowerCase(Locale.ROOT);
        return Stream.of(email, email.replaceFirst("@.*", ""))
                        .filter(part -> part.length() >= 4)
                        .anyMatch(part -> lower.contains(part) && lower.length() - part.length() < SHORTEST)
                ? Optional.of(Violation.of("password", "password_like_email"))
                : Optional.empty();
    }
}

package io.qudao.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for a person's name and address, the same wherever one is entered. */
public final class PersonRules {
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");
    private static final int EMAIL_LENGTH = 254;
    private static final int NAME_LENGTH = 200;

    private PersonRules() {}

    /** Normalises an e-mail address to the form in which it is stored and compared. */
    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns what is wrong with a normalised address. */
    public static Optional<Violation> checkEmail(String email) {
        if (email.isEmpty()) {
            return Optional.of(Violation.of("email", "required"));
        }
        return email.length() > EMAIL_LENGTH || !EMAIL.matcher(email).matches()
                ? Optional.of(Violation.of("email", "email_form"))
                : Optional.empty();
    }

    public static Optional<Violation> checkName(String name) {
        return TextRules.check("name", name, NAME_LENGTH);
    }
}

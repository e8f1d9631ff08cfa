package io.qudao.identity.internal;

import io.qudao.control.TextRules;
import io.qudao.identity.NewMember;
import io.qudao.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a member must bring. */
final class MemberRules {

    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");
    private static final int EMAIL_LENGTH = 254;
    private static final int NAME_LENGTH = 80;

    private MemberRules() {}

    /** The address as it is kept and compared. */
    static String normal(String email) {
        return email.strip().replace("\0", "").toLowerCase(Locale.ROOT);
    }

    static List<Violation> check(NewMember member) {
        var broken = new ArrayList<Violation>();
        var email = normal(member.email());
        if (email.isEmpty()) {
            broken.add(Violation.of("email", "required"));
        } else if (email.length() > EMAIL_LENGTH || !EMAIL.matcher(email).matches()) {
            broken.add(Violation.of("email", "email_form"));
        }
        TextRules.check("name", member.name(), NAME_LENGTH).ifPresent(broken::add);
        if (member.password() != null) {
            broken.addAll(PasswordRules.check(member.password(), email));
        }
        return broken;
    }
}

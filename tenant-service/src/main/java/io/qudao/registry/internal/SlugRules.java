package io.qudao.registry.internal;

import io.qudao.kernel.Violation;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for the first label of a tenant's host name. */
final class SlugRules {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    /** Names that could be taken for ours, or that have a meaning in DNS, mail or the web. */
    private static final Set<String> RESERVED = Set.of("""
                    about account accounts admin api app apps assets auth billing blog cdn console control dashboard \
                    dev docs download ftp gateway grafana health help id identity imap internal legal localhost login \
                    mail metrics mx node ns oauth openid platform pop portal prod public qudao root security sign-in \
                    sign-out sign-up signup smtp sso staging static status support system webmail wpad www""".split(" "));

    private SlugRules() {}

    static boolean isSlug(String text) {
        return FORM.matcher(text).matches() && !text.endsWith("-") && !text.contains("--");
    }

    static Optional<Violation> check(String slug) {
        if (!isSlug(slug)) {
            return Optional.of(Violation.of("slug", "slug_form"));
        }
        return RESERVED.contains(slug) ? Optional.of(Violation.of("slug", "slug_reserved", slug)) : Optional.empty();
    }
}

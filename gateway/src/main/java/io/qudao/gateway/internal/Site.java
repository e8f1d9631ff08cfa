package io.qudao.gateway.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose address a request was sent to, told by its Host header. */
sealed interface Site {
    /** The tenant's own host, {@code slug.domain}. */
    record Tenant(String slug, String host) implements Site {}

    /** The bare domain: the public site with sign-up. */
    record Public(String host) implements Site {}

    /** No host of ours. */
    record Unknown() implements Site {}

    /** Reads Host headers against one domain. */
    final class Reader {
        private static final String SLUG = "[a-z][a-z0-9-]{1,30}";

        private final Pattern shape;

        Reader(String domain) {
            shape = Pattern.compile(
                    "(?:(" + SLUG + ")\\.)?" + Pattern.quote(domain.toLowerCase(Locale.ROOT)) + "(?::\\d{1,5})?");
        }

        Site read(@Nullable String hostHeader) {
            if (hostHeader == null) {
                return new Unknown();
            }
            String host = hostHeader.toLowerCase(Locale.ROOT);
            Matcher matcher = shape.matcher(host);
            if (!matcher.matches()) {
                return new Unknown();
            }
            String slug = matcher.group(1);
            return slug == null ? new Public(host) : new Tenant(slug, host);
        }
    }
}

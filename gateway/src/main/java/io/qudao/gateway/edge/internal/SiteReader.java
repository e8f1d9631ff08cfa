package io.qudao.gateway.edge.internal;

import io.qudao.gateway.Site;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Determines the site from the Host header, for one domain. */
final class SiteReader {
    private static final String SLUG = "[a-z][a-z0-9-]{1,30}";

    private final Pattern shape;

    SiteReader(String domain) {
        shape = Pattern.compile(
                "(?:(" + SLUG + ")\\.)?" + Pattern.quote(domain.toLowerCase(Locale.ROOT)) + "(?::\\d{1,5})?");
    }

    Site read(@Nullable String hostHeader) {
        if (hostHeader == null) {
            return new Site.Unknown();
        }
        String host = hostHeader.toLowerCase(Locale.ROOT);
        Matcher matcher = shape.matcher(host);
        if (!matcher.matches()) {
            return new Site.Unknown();
        }
        String slug = matcher.group(1);
        return slug == null ? new Site.Public(host) : new Site.Tenant(slug, host);
    }
}

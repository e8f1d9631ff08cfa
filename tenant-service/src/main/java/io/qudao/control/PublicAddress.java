package io.qudao.control;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The public addresses of the installation, given by a pattern such as {@code http://{tenant}.localhost:8080}. The host
 * without the tenant's label is the public site.
 *
 * @param scheme http or https
 * @param domain host of the public site
 * @param port port in the pattern, -1 for the scheme's default
 */
public record PublicAddress(String scheme, String domain, int port) {

    private static final String LABEL = "{tenant}.";

    /**
     * Parses the pattern; throws {@link IllegalArgumentException} unless it consists of scheme, the tenant's label,
     * host and port.
     */
    public static PublicAddress parse(String pattern) {
        if (!pattern.contains("://" + LABEL)) {
            throw new IllegalArgumentException(
                    "qudao.public.base is an address such as http://{tenant}.localhost:8080, not " + pattern);
        }
        var uri = URI.create(pattern.replace(LABEL, ""));
        if (uri.getHost() == null || (uri.getPath() != null && !uri.getPath().isEmpty())) {
            throw new IllegalArgumentException("qudao.public.base needs a host and no path: " + pattern);
        }
        return new PublicAddress(uri.getScheme(), uri.getHost().toLowerCase(Locale.ROOT), uri.getPort());
    }

    /** Returns the address of the public site, without a trailing slash. */
    public String site() {
        return origin(domain);
    }

    /** Returns the address of a tenant's own host. */
    public String ofTenant(String slug) {
        return origin(slug + "." + domain);
    }

    /** Returns what follows the slug in the address of a tenant, such as {@code .localhost:8080}. */
    public String suffix() {
        return "." + domain + (port < 0 ? "" : ":" + port);
    }

    /** Returns the address of any host that we serve. */
    public String origin(String host) {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port);
    }

    /**
     * Returns the slug of a host directly below our domain; empty for the public site, a deeper host or another domain.
     */
    public Optional<String> slugIn(String host) {
        var suffix = "." + domain;
        if (!host.endsWith(suffix)) {
            return Optional.empty();
        }
        var slug = host.substring(0, host.length() - suffix.length());
        return slug.isEmpty() || slug.contains(".") ? Optional.empty() : Optional.of(slug);
    }

    public boolean secure() {
        return scheme.equals("https");
    }
}

package io.qudao.rest;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chooses the language of a response: what the request asks for, else the caller's, else English. */
public final class Languages {
    private static final Set<String> SPOKEN = Set.of("en", "zh");

    private Languages() {}

    public static Locale of(HttpServletRequest request) {
        return of(request, TenantScope.current().map(Caller::locale).orElse(Locale.ENGLISH));
    }

    /** Returns the language the request asks for, else the given one. */
    public static Locale of(HttpServletRequest request, Locale otherwise) {
        return asked(request).stream()
                .filter(range -> SPOKEN.contains(Locale.forLanguageTag(range).getLanguage()))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(otherwise);
    }

    private static List<String> asked(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(Locale.LanguageRange::getRange)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}

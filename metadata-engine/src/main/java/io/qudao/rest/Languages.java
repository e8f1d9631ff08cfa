package io.qudao.rest;

import io.qudao.kernel.language.Language;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** Chooses the language of a response: what the request asks for, else the caller's, else English. */
public final class Languages {
    private Languages() {}

    public static Locale of(HttpServletRequest request) {
        return of(request, TenantScope.current().map(Caller::locale).orElse(Locale.ENGLISH));
    }

    /** Returns the language the request asks for, else the given one. */
    public static Locale of(HttpServletRequest request, Locale otherwise) {
        return asked(request).stream()
                .filter(wanted -> Language.of(wanted).isPresent())
                .findFirst()
                .orElse(otherwise);
    }

    private static List<Locale> asked(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}

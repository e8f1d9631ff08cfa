package io.qudao.gateway.edge.internal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Chooses the language of a response: Chinese or English, whichever the client prefers. */
final class AcceptedLanguage {
    private AcceptedLanguage() {}

    static Locale of(HttpHeaders headers) {
        for (Locale.LanguageRange range : ranges(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE))) {
            String language = Locale.forLanguageTag(range.getRange()).getLanguage();
            if (language.equals("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
            if (language.equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
        try {
            return accepted == null ? List.of() : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}

package io.qudao.gateway.edge.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Chooses the language of a response: simplified or traditional Chinese or English, whichever the client prefers. */
final class AcceptedLanguage {
    /** Regions that write Chinese in traditional characters unless a tag says otherwise. */
    private static final Set<String> TRADITIONAL_REGIONS = Set.of("TW", "HK", "MO");

    private AcceptedLanguage() {}

    static Locale of(HttpHeaders headers) {
        return ranges(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE)).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> language(Locale.forLanguageTag(range.getRange())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> language(Locale reader) {
        return switch (reader.getLanguage()) {
            case "zh" -> Optional.of(isTraditional(reader) ? Locale.TRADITIONAL_CHINESE : Locale.SIMPLIFIED_CHINESE);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }

    private static boolean isTraditional(Locale reader) {
        return reader.getScript().isEmpty()
                ? TRADITIONAL_REGIONS.contains(reader.getCountry())
                : reader.getScript().equals("Hant");
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
        try {
            return accepted == null ? List.of() : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}

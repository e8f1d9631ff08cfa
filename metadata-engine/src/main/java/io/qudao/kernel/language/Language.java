package io.qudao.kernel.language;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A language of the product's own texts. Simplified and traditional Chinese are two: neither stands in for the other. */
public enum Language {
    SIMPLIFIED_CHINESE(Locale.SIMPLIFIED_CHINESE),
    TRADITIONAL_CHINESE(Locale.TRADITIONAL_CHINESE),
    ENGLISH(Locale.ENGLISH);

    /** Regions that write Chinese in traditional characters unless a tag says otherwise. */
    private static final Set<String> TRADITIONAL_REGIONS = Set.of("TW", "HK", "MO");

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Returns the language of a reader with this locale; empty if it is neither Chinese nor English. */
    public static Optional<Language> of(Locale reader) {
        return switch (reader.getLanguage()) {
            case "zh" -> Optional.of(isTraditional(reader) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }

    private static boolean isTraditional(Locale reader) {
        return reader.getScript().isEmpty()
                ? TRADITIONAL_REGIONS.contains(reader.getCountry())
                : reader.getScript().equals("Hant");
    }

    public Locale locale() {
        return locale;
    }

    /** Returns the tag under which labels have their text in this language, such as {@code zh-TW}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}

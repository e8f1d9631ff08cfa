package io.qudao.metadata;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A text for people in several languages, by language tag such as {@code zh-CN}. */
public record Label(@JsonValue Map<String, String> texts) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Label {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    public static Label of(String english, String chinese) {
        return new Label(Map.of("en", english, "zh-CN", chinese));
    }

    /** The texts of both, one behind the other, such as {@code Store › Name}. */
    public Label then(Label next) {
        var both = new TreeMap<String, String>();
        Stream.concat(texts.keySet().stream(), next.texts.keySet().stream())
                .map(Locale::forLanguageTag)
                .forEach(language -> both.put(language.toLanguageTag(), in(language) + " › " + next.in(language)));
        return new Label(both);
    }

    /** Returns the text in this language, else in Chinese, else in English, else in any; empty if there is none. */
    public String in(Locale locale) {
        return Stream.of(locale.toLanguageTag(), locale.getLanguage(), likeness(locale), "zh-CN", "en")
                .map(texts::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> texts.values().stream().findFirst().orElse(""));
    }

    /** Returns the first tag of the same language, such as {@code zh-CN} for {@code zh-Hans-CN}. */
    private String likeness(Locale locale) {
        return texts.keySet().stream()
                .filter(tag -> Locale.forLanguageTag(tag).getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse("");
    }
}

package io.qudao.metadata;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.qudao.kernel.language.Language;
import io.qudao.tenancy.TenantScope;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A text for people in several languages, by language tag such as {@code zh-CN}. */
public record Label(@JsonValue Map<String, String> texts) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Label {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** Returns a label in all languages of the product, as everything that ships has. */
    public static Label of(String english, String simplifiedChinese, String traditionalChinese) {
        return new Label(Map.of(
                Language.ENGLISH.tag(), english,
                Language.SIMPLIFIED_CHINESE.tag(), simplifiedChinese,
                Language.TRADITIONAL_CHINESE.tag(), traditionalChinese));
    }

    /** Returns a label in two languages, as a tenant may give. */
    public static Label of(String english, String simplifiedChinese) {
        return new Label(Map.of(Language.ENGLISH.tag(), english, Language.SIMPLIFIED_CHINESE.tag(), simplifiedChinese));
    }

    /** The texts of both, one behind the other, such as {@code Store › Name}. */
    public Label then(Label next) {
        var both = new TreeMap<String, String>();
        Stream.concat(texts.keySet().stream(), next.texts.keySet().stream())
                .map(Locale::forLanguageTag)
                .forEach(language -> both.put(language.toLanguageTag(), in(language) + " › " + next.in(language)));
        return new Label(both);
    }

    /**
     * Returns the text in this language, else in the tenant's, else in simplified Chinese, in English, in any; empty if
     * there is none.
     */
    public String in(Locale locale) {
        var text = texts.get(locale.toLanguageTag());
        return text != null ? text : nearest(locale);
    }

    private String nearest(Locale locale) {
        return Stream.concat(Stream.of(locale), others())
                .map(this::alike)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> texts.values().stream().findFirst().orElse(""));
    }

    private static Stream<Locale> others() {
        return Stream.concat(
                TenantScope.current().map(caller -> caller.tenant().locale()).stream(),
                Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
    }

    /** Returns the text that a reader of this locale reads as their own, such as the one of {@code zh-TW} for {@code zh-HK}. */
    private Optional<String> alike(Locale locale) {
        return texts.entrySet().stream()
                .filter(text -> isAlike(Locale.forLanguageTag(text.getKey()), locale))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isAlike(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage()) && Language.of(one).equals(Language.of(other));
    }
}

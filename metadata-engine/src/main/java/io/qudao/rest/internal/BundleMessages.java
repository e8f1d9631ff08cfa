package io.qudao.rest.internal;

import io.qudao.kernel.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All {@code i18n/*.properties} on the class path as one message source. Quotes in texts have no special meaning;
 * {@code {0,type}} is replaced by the word for a type.
 */
final class BundleMessages extends AbstractMessageSource {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+?(?:_(zh_CN|zh_TW))?\\.properties");

    private static final Pattern TYPE = Pattern.compile("\\{(\\d+),type}");

    private final Map<Language, Map<String, String>> texts = Arrays.stream(Language.values())
            .collect(Collectors.toMap(language -> language, language -> new HashMap<>()));

    static BundleMessages ofClassPath() {
        var messages = new BundleMessages();
        try {
            for (Resource bundle :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
                messages.add(bundle);
            }
        } catch (IOException failed) {
            throw new IllegalStateException("The message bundles cannot be read", failed);
        }
        return messages;
    }

    private void add(Resource bundle) throws IOException {
        var name = NAME.matcher(String.valueOf(bundle.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("Not a name of a message bundle: " + bundle);
        }
        var read = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(reader);
        }
        var target = in(
                name.group(1) == null
                        ? Locale.ENGLISH
                        : Locale.forLanguageTag(name.group(1).replace('_', '-')));
        read.forEach((key, text) -> {
            if (target.putIfAbsent(key.toString(), text.toString()) != null) {
                throw new IllegalStateException("Two bundles have the message " + key);
            }
        });
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return text(code, locale);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var text = text(code, locale);
        if (text == null) {
            return null;
        }
        var types = TYPE.matcher(text);
        var format = new MessageFormat(types.replaceAll("{$1}").replace("'", "''"), locale);
        types.reset()
                .results()
                .map(type -> Integer.parseInt(type.group(1)))
                .forEach(at -> format.setFormatByArgumentIndex(at, new TypeWords(this, locale)));
        return format;
    }

    private @Nullable String text(String code, Locale locale) {
        var translated = in(locale).get(code);
        return translated != null ? translated : in(Locale.ENGLISH).get(code);
    }

    private Map<String, String> in(Locale locale) {
        return Objects.requireNonNull(texts.get(Language.of(locale).orElse(Language.ENGLISH)));
    }
}

package io.qudao.rest.internal;

import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Replaces the name of a type with the text {@code type.<name>}; a name without such a text, such as a list of values,
 * is kept.
 */
final class TypeWords extends Format {
    private static final long serialVersionUID = 1;
    private static final String LIST_OF = "list of ";

    private final transient MessageSource messages;
    private final Locale locale;

    TypeWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** Returns the words for one name, or for several separated by commas. */
    @Override
    public StringBuffer format(Object names, StringBuffer target, FieldPosition place) {
        return target.append(Arrays.stream(names.toString().split(", "))
                .map(this::word)
                .distinct()
                .reduce((either, other) -> words("or", either, other))
                .orElse(""));
    }

    @Override
    public Object parseObject(String source, ParsePosition place) {
        throw new UnsupportedOperationException("Words cannot be parsed");
    }

    private String word(String name) {
        return name.startsWith(LIST_OF)
                ? words("list_of", word(name.substring(LIST_OF.length())))
                : messages.getMessage("type." + name, null, name, locale);
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage("type." + key, arguments, locale);
    }
}

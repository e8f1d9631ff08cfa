package io.qudao.ui.builder;

import com.vaadin.flow.i18n.I18NProvider;
import io.qudao.metadata.Label;
import java.util.Locale;

/** Converts messages to labels in all languages. */
final class MessageLabel {
    private MessageLabel() {}

    static Label label(String key) {
        return Label.of(
                I18NProvider.translate(Locale.ENGLISH, key), I18NProvider.translate(Locale.SIMPLIFIED_CHINESE, key));
    }
}

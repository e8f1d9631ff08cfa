package io.qudao.ui.builder;

import com.vaadin.flow.i18n.I18NProvider;
import io.qudao.kernel.language.Language;
import io.qudao.metadata.Label;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Converts messages to labels in all languages. */
final class MessageLabel {
    private MessageLabel() {}

    static Label label(String key) {
        return new Label(Arrays.stream(Language.values())
                .collect(Collectors.toMap(Language::tag, language -> I18NProvider.translate(language.locale(), key))));
    }
}

package io.qudao.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Provides the message bundles to Vaadin. */
@Component
class BundleWords implements I18NProvider {
    private final transient MessageSource messages;

    BundleWords(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, key, locale));
    }
}

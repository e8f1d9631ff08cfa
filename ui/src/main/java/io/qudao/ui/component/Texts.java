package io.qudao.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.Locale;

/** Texts in the reader's language. */
public final class Texts {
    private Texts() {}

    /** Returns the message of this key with its arguments filled in. */
    public static String of(String key, Object... arguments) {
        return I18NProvider.translate(locale(), key, arguments);
    }

    /** Returns the message of this key, or the given text if there is none. */
    public static String orElse(String key, String words) {
        var text = of(key);
        return text.equals(key) ? words : text;
    }

    /** Returns the caller's language, or the browser's before sign-in. */
    public static Locale locale() {
        return TenantScope.current().map(Caller::locale).orElseGet(Texts::ofBrowser);
    }

    private static Locale ofBrowser() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.SIMPLIFIED_CHINESE : ui.getLocale();
    }
}

package io.qudao.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.util.Locale;

/** Words in the language of whoever is looking. */
public final class Texts {
    private Texts() {}

    /** The message of this key with its arguments in place. */
    public static String of(String key, Object... arguments) {
        return I18NProvider.translate(locale(), key, arguments);
    }

    /** The message of this key, or these words where there is none. */
    public static String orElse(String key, String words) {
        var text = of(key);
        return text.equals(key) ? words : text;
    }

    /** The caller's language; before sign-in, the browser's. */
    public static Locale locale() {
        return TenantScope.current().map(Caller::locale).orElseGet(Texts::ofBrowser);
    }

    private static Locale ofBrowser() {
        var ui = UI.getCurrent();
        return ui == null ? Locale.SIMPLIFIED_CHINESE : ui.getLocale();
    }
}

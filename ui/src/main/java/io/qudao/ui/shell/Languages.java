package io.qudao.ui.shell;

import java.util.List;
import java.util.Locale;

/** The languages of the user interface, each under its own name. */
public final class Languages {
    public static final List<Locale> ALL = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private Languages() {}

    public static String nameOf(Locale locale) {
        return same(locale, Locale.SIMPLIFIED_CHINESE) ? "简体中文" : locale.getDisplayLanguage(locale);
    }

    public static boolean same(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage());
    }
}

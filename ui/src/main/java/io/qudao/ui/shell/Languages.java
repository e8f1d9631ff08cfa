package io.qudao.ui.shell;

import io.qudao.kernel.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages of the user interface, each under its own name. */
public final class Languages {
    public static final List<Locale> ALL =
            Arrays.stream(Language.values()).map(Language::locale).toList();

    private Languages() {}

    public static String nameOf(Locale locale) {
        return switch (Language.of(locale).orElse(Language.ENGLISH)) {
            case SIMPLIFIED_CHINESE -> "简体中文";
            case TRADITIONAL_CHINESE -> "繁體中文";
            case ENGLISH -> "English";
        };
    }

    /** Returns whether the readers of both locales get the same language. */
    public static boolean same(Locale one, Locale other) {
        return Language.of(one).equals(Language.of(other));
    }
}

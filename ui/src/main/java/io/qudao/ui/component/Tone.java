package io.qudao.ui.component;

import java.util.Locale;

/** The colours of states. */
public enum Tone {
    GREY,
    BLUE,
    AMBER,
    TEAL,
    VIOLET,
    GREEN,
    RED;

    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}

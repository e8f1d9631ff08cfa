package io.qudao.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The accent colour of a tenant's pages, {@code #rrggbb}, used as background of white text. */
public record Accent(String value) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");

    public static final Accent TEAL = new Accent("#0f766e");

    /** Ten times the contrast to white that WCAG requires for text. */
    private static final long READABLE = 45;

    public Accent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a colour: " + value);
        }
    }

    public static Optional<Accent> parse(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new Accent(lower)) : Optional.empty();
    }

    /** Returns whether white text on it is readable: contrast 4.5 to 1 by WCAG 2. */
    public boolean isReadable() {
        return Math.round(10 * 1.05 / (luminance() + 0.05)) >= READABLE;
    }

    private double luminance() {
        return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    }

    private double channel(int start) {
        double share = Integer.parseInt(value.substring(start, start + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

package io.qudao.imports.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet displays a number, as far as this affects its value. Spreadsheets calculate in binary and display at most
 * fifteen digits: anything beyond that is noise, and nobody has seen what a format rounds away. Currency symbols,
 * thousands separators and colours are not part of a number; in a code such as {@code 000-0000} everything is.
 *
 * @param kind what the number represents
 * @param places maximum number of digits shown after the point; -1 if the format does not define it
 * @param code the format of a code, displayed in full; null for a number
 */
record NumberFormat(Kind kind, int places, @Nullable String code) {
    static final NumberFormat GENERAL = new NumberFormat(Kind.NUMBER, -1, null);
    static final NumberFormat DATE = new NumberFormat(Kind.DATE, -1, null);

    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    /** Space as wide as a character, or filled with one, is no part of what is shown; what is quoted stays. */
    private static final Pattern PADDING = Pattern.compile("(\"[^\"]*\"|\\\\.)|[_*].");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|\\\\(.)");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)]");
    private static final Pattern PLAIN = Pattern.compile("[^0#?.,%eE/@]*([0#?,]+)(\\.[0#?]*)?(%)?[^0#?.,%eE/@]*");
    private static final Pattern CODE = Pattern.compile("[^.,%eE/@]*");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9]");
    /** Ends the words before an amount, as in {@code "RMB "0} and {@code "US$"0}; codes have no blanks. */
    private static final Pattern UNIT = Pattern.compile("(?s).*[\\s\\p{Z}\\p{Sc}]");

    private static final int LONGEST = 255;

    /** What a number represents. */
    enum Kind {
        NUMBER,
        PERCENT,
        DATE,
        DATE_TIME,
        TIME,
        /** Hours that do not end with the day. */
        ELAPSED
    }

    /** @param format format string of a workbook, such as {@code #,##0.00;[Red]-#,##0.00} */
    static NumberFormat of(String format) {
        var first =
                section(PADDING.matcher(format.length() > LONGEST ? "" : format).replaceAll("$1"));
        if (ELAPSED.matcher(QUOTED.matcher(first).replaceAll("")).find()) {
            return new NumberFormat(Kind.ELAPSED, -1, null);
        }
        var bare = BRACKETS.matcher(QUOTED.matcher(first).replaceAll("")).replaceAll("");
        var kind = moment(bare.toLowerCase(Locale.ROOT));
        if (kind != null) {
            return new NumberFormat(kind, -1, null);
        }
        if (CODE.matcher(bare).matches()
                && (zeros(bare) > 1 || hasPrefix(BRACKETS.matcher(first).replaceAll("")))) {
            return new NumberFormat(Kind.NUMBER, 0, BRACKETS.matcher(first).replaceAll(""));
        }
        var parts = PLAIN.matcher(bare);
        if (!parts.matches() || parts.group(1).endsWith(",")) {
            return GENERAL;
        }
        var fraction = parts.group(2);
        int places = fraction == null ? 0 : fraction.length() - 1;
        return parts.group(3) == null
                ? new NumberFormat(Kind.NUMBER, places, null)
                : new NumberFormat(Kind.PERCENT, places + 2, null);
    }

    /** Returns the number in plain digits without trailing zeros after the point. */
    String show(BigDecimal number) {
        var shown = number.round(SHOWN);
        if (places >= 0 && places < shown.scale()) {
            shown = shown.setScale(places, RoundingMode.HALF_UP);
        }
        if (shown.signum() == 0) {
            shown = BigDecimal.ZERO;
        }
        var digits = shown.stripTrailingZeros().toPlainString();
        return code == null || shown.signum() < 0 ? digits : code(digits, code);
    }

    /**
     * Fills the placeholders of the format with digits from last to first; remaining digits go into the first
     * placeholder.
     */
    private static String code(String digits, String format) {
        var code = Code.of(format);
        var shown = new StringBuilder();
        int left = digits.length();
        for (int at = code.text().length() - 1; at >= 0; at--) {
            char each = code.text().charAt(at);
            if (!code.places().get(at)) {
                shown.append(each);
                continue;
            }
            if (left > 0) {
                shown.append(digits.charAt(--left));
            } else if (each == '0') {
                shown.append('0');
            }
            while (at == code.first() && left > 0) {
                shown.append(digits.charAt(--left));
            }
        }
        return shown.reverse().toString().strip();
    }

    /**
     * The format of a code without the signs that mark its literal text.
     *
     * @param text literal text and placeholders
     * @param places where the placeholders are
     */
    private record Code(String text, BitSet places) {
        static Code of(String format) {
            var text = new StringBuilder();
            var places = new BitSet();
            boolean quoted = false;
            for (int at = 0; at < format.length(); at++) {
                char each = format.charAt(at);
                if (each == '"') {
                    quoted = !quoted;
                } else if (!quoted && each == '\\' && at + 1 < format.length()) {
                    text.append(format.charAt(++at));
                } else if (quoted || each != ',') {
                    places.set(text.length(), !quoted && (each == '0' || each == '#' || each == '?'));
                    text.append(each);
                }
            }
            return new Code(text.toString(), places);
        }

        int first() {
            return places.nextSetBit(0);
        }

        String prefix() {
            return text.substring(0, Math.max(first(), 0));
        }
    }

    /** Returns the section of the format for numbers that are not negative. */
    private static String section(String format) {
        boolean quoted = false;
        for (int at = 0; at < format.length(); at++) {
            char each = format.charAt(at);
            if (each == '"') {
                quoted = !quoted;
            } else if (each == '\\' && !quoted) {
                at++;
            } else if (each == ';' && !quoted) {
                return format.substring(0, at);
            }
        }
        return format;
    }

    private static @Nullable Kind moment(String bare) {
        if (bare.contains("general") || (bare.indexOf('0') >= 0 && bare.indexOf('s') < 0) || bare.indexOf('#') >= 0) {
            return null;
        }
        boolean day = bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
        boolean clock = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        if (day || (bare.indexOf('m') >= 0 && !clock)) {
            return clock ? Kind.DATE_TIME : Kind.DATE;
        }
        return clock ? Kind.TIME : null;
    }

    /** Whether letters or digits stand before the first placeholder, as in {@code "SKU-"0}, that are no unit. */
    private static boolean hasPrefix(String format) {
        var prefix = Code.of(format).prefix();
        return PREFIX.matcher(prefix).find() && !UNIT.matcher(prefix).matches();
    }

    private static int zeros(String places) {
        return (int) places.chars().filter(each -> each == '0').count();
    }
}

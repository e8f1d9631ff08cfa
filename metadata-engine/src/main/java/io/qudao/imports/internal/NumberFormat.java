package io.qudao.imports.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|\\\\(.)|[_*].");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)]");
    private static final Pattern PLAIN = Pattern.compile("[^0#?.,%eE/@]*([0#?,]+)(\\.[0#?]*)?(%)?[^0#?.,%eE/@]*");
    private static final Pattern CODE = Pattern.compile("[^.,%eE/@]*");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9]");
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
        var first = section(format.length() > LONGEST ? "" : format);
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
        var shown = new StringBuilder();
        int left = digits.length();
        int firstPlace = firstPlace(format);
        for (int at = format.length() - 1; at >= 0; at--) {
            char each = format.charAt(at);
            boolean literal = at > 0 && format.charAt(at - 1) == '\\';
            if (literal) {
                shown.append(each);
                at--;
            } else if (each == '"') {
                int opens = format.lastIndexOf('"', at - 1);
                shown.append(new StringBuilder(format.substring(opens + 1, at)).reverse());
                at = opens;
            } else if (each == '0' || each == '#' || each == '?') {
                if (left > 0) {
                    shown.append(digits.charAt(--left));
                } else if (each == '0') {
                    shown.append('0');
                }
                while (at == firstPlace && left > 0) {
                    shown.append(digits.charAt(--left));
                }
            } else if (each != ',') {
                shown.append(each);
            }
        }
        return shown.reverse().toString().strip();
    }

    private static int firstPlace(String format) {
        boolean quoted = false;
        for (int at = 0; at < format.length(); at++) {
            char each = format.charAt(at);
            if (each == '\\') {
                at++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && (each == '0' || each == '#' || each == '?')) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the section of the format for numbers that are not negative. */
    private static String section(String format) {
        boolean quoted = false;
        for (int at = 0; at < format.length(); at++) {
            char each = format.charAt(at);
            if (each == '"') {
                quoted = !quoted;
            } else if (each == '\\') {
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

    /** Whether letters or digits stand before the first placeholder, as in {@code "SKU-"0}: no unit or currency does. */
    private static boolean hasPrefix(String format) {
        int end = firstPlace(format);
        return end > 0 && PREFIX.matcher(format.substring(0, end)).find();
    }

    private static int zeros(String places) {
        return (int) places.chars().filter(each -> each == '0').count();
    }
}

package io.qudao.imports.internal;

import io.qudao.kernel.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a sheet as they are displayed: texts, exact numbers, dates in ISO form. */
final class XlsxCells {
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate IN_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    /** 29 February 1900, a day that exists only in spreadsheets. */
    private static final int NO_SUCH_DAY = 60;

    /** The first day of the year 10,000, which no sheet can display. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private static final BigDecimal DAYS_TO_1904 = BigDecimal.valueOf(1_462);
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?$");

    private final XlsxStrings strings;
    private final XlsxStyles styles;
    private final boolean from1904;

    XlsxCells(XlsxStrings strings, XlsxStyles styles, boolean from1904) {
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
    }

    /** Reads the cell whose start tag was just read, up to its end. */
    Shown read(XlsxPart xml) throws IOException, XMLStreamException {
        var type = xml.attribute("t");
        var style = xml.attribute("s");
        String formula = null;
        String value = null;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            switch (xml.name()) {
                case "f" -> formula = xml.text();
                case "v" -> value = xml.text();
                case "is" -> value = XlsxStrings.item(xml);
                default -> {}
            }
        }
        return formula != null && isMissing(type, value)
                ? Shown.unreadable("=" + formula)
                : shown(type, style, value == null ? "" : value);
    }

    /** Returns whether a formula has no stored result: some programs leave it to those who open the file to calculate. */
    private static boolean isMissing(String type, @Nullable String result) {
        return result == null || (result.isBlank() && !type.equals("str"));
    }

    private Shown shown(String type, String style, String value) throws IOException, XMLStreamException {
        return switch (type) {
            case "s" -> Shown.text(strings.get(index(value)));
            case "str", "inlineStr" -> Shown.text(value);
            case "b" -> truth(value.strip());
            case "e" -> Shown.unreadable(value);
            case "d" -> Shown.text(isDay(style) ? MIDNIGHT.matcher(value).replaceFirst("") : value);
            default -> value.isBlank() ? Shown.text("") : number(value.strip(), styles.of(style));
        };
    }

    private static Shown truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "true" -> Shown.text("TRUE");
            case "0", "false" -> Shown.text("FALSE");
            case "" -> Shown.text("");
            default -> Shown.unreadable(value);
        };
    }

    private boolean isDay(String style) throws XMLStreamException {
        return styles.of(style).kind() == NumberFormat.Kind.DATE;
    }

    private Shown number(String value, NumberFormat format) {
        return Decimals.parse(value)
                .map(number -> switch (format.kind()) {
                    case NUMBER, PERCENT -> Shown.text(format.show(number));
                    case DATE, DATE_TIME, TIME, ELAPSED -> moment(number, format.kind(), value);
                })
                .orElseGet(() -> Shown.unreadable(value));
    }

    /**
     * Formats a number of days since the calendar's first day. A number that cannot be displayed as a date is shown as
     * hash marks.
     */
    private Shown moment(BigDecimal number, NumberFormat.Kind kind, String value) {
        if (number.signum() < 0 || number.compareTo(from1904 ? LAST_DAY.subtract(DAYS_TO_1904) : LAST_DAY) >= 0) {
            return Shown.unreadable(value);
        }
        var seconds = number.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP);
        long days = Math.floorDiv(seconds.longValueExact(), SECONDS.longValueExact());
        var time = LocalTime.ofSecondOfDay(Math.floorMod(seconds.longValueExact(), SECONDS.longValueExact()));
        if (kind == NumberFormat.Kind.ELAPSED) {
            return Shown.text(elapsed(seconds.longValueExact()));
        }
        if (kind == NumberFormat.Kind.TIME && days == 0) {
            return Shown.text(time.toString());
        }
        if (!from1904 && days == NO_SUCH_DAY) {
            return Shown.unreadable("1900-02-29");
        }
        var date = day(days);
        return Shown.text(
                kind == NumberFormat.Kind.DATE
                        ? date.toString()
                        : LocalDateTime.of(date, time).toString());
    }

    /** Returns hours beyond a day too, such as {@code 36:00:00}. */
    private static String elapsed(long seconds) {
        return "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private LocalDate day(long days) {
        return from1904 ? IN_1904.plusDays(days) : BEFORE_1900.plusDays(days > NO_SUCH_DAY ? days - 1 : days);
    }

    private static int index(String value) throws XMLStreamException {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException malformed) {
            throw new XMLStreamException("No shared text " + value, malformed);
        }
    }

    /**
     * A cell.
     *
     * @param text empty where it cannot be read
     * @param fault an error value shown instead, such as {@code #N/A}; empty if there is none
     */
    record Shown(String text, String fault) {
        boolean isBlank() {
            return text.isBlank() && fault.isEmpty();
        }

        static Shown text(String text) {
            return new Shown(text, "");
        }

        static Shown unreadable(String shown) {
            return new Shown("", shown.isBlank() ? "#" : shown.substring(0, Math.min(shown.length(), LONGEST_SHOWN)));
        }
    }
}

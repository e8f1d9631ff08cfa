package io.qudao.imports;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Decimals;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads the cells of one row and collects what is wrong with them. */
public final class ImportCells {
    /** Code of the violation of a row whose key an earlier row of the file has, which is its argument. */
    public static final String REPEATED = "repeated_row";

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String FIRST_DAY = "0001-01-01";
    private static final String LAST_DAY = "9999-12-31";

    private final ImportRow row;
    private final List<Violation> violations = new ArrayList<>();

    public ImportCells(ImportRow row) {
        this.row = row;
    }

    /** Reads a required text; code {@code required} or {@code too_long}. */
    public String text(String column, int maximum) {
        return optionalText(column, maximum).orElseGet(() -> {
            add(column, "required");
            return "";
        });
    }

    /** Reads an optional text; code {@code too_long}. */
    public Optional<String> optionalText(String column, int maximum) {
        var text = row.value(column);
        if (text.filter(value -> value.codePointCount(0, value.length()) > maximum)
                .isPresent()) {
            add(column, "too_long", maximum);
        }
        return text;
    }

    /** Reads an optional whole number; code {@code malformed} or {@code out_of_range}. */
    public Optional<Long> whole(String column, long least, long most) {
        var text = row.value(column);
        if (text.isPresent() && !WHOLE.matcher(text.get()).matches()) {
            add(column, "malformed");
            return Optional.empty();
        }
        var number = text.map(Long::valueOf);
        if (number.filter(value -> value < least || value > most).isPresent()) {
            add(column, "out_of_range", least, most);
            return Optional.empty();
        }
        return number;
    }

    /** Reads an optional decimal with a point and no grouping; code {@code malformed}. */
    public Optional<Value.Decimal> decimal(String column) {
        var text = row.value(column);
        if (text.isPresent() && !DECIMAL.matcher(text.get()).matches()) {
            add(column, "malformed");
            return Optional.empty();
        }
        return text.flatMap(Decimals::parse).map(Value.Decimal::new);
    }

    /**
     * Reads when something starts: an ISO date, which means its first instant, or an ISO date and time. Without an
     * offset both are in the tenant's zone. The first day there is, 0001-01-01, means no start, so the result is empty.
     * Code {@code malformed}.
     */
    public Optional<Instant> instant(String column) {
        return moment(column, FIRST_DAY, text -> Value.DateTime.parse(text, tenant().zone()));
    }

    /**
     * Reads when something ends: an ISO date, which is the last day included and therefore yields the first instant of
     * the next day, or an ISO date and time, which is the first instant after the end. The last day there is, 9999-12-31,
     * means no end, so the result is empty. Code {@code malformed}.
     */
    public Optional<Instant> until(String column) {
        return moment(column, LAST_DAY, ImportCells::end);
    }

    private static Optional<Instant> end(String text) {
        if (!DATE.matcher(text).matches()) {
            return Value.DateTime.parse(text, tenant().zone());
        }
        try {
            return Value.DateTime.inRange(tenant().startOf(LocalDate.parse(text).plusDays(1)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** @param never the day that means no instant; in some zones its own is out of range */
    private Optional<Instant> moment(String column, String never, Function<String, Optional<Instant>> reader) {
        return row.value(column).filter(text -> !text.equals(never)).flatMap(text -> {
            var instant = reader.apply(text);
            if (instant.isEmpty()) {
                add(column, "malformed");
            }
            return instant;
        });
    }

    private static Tenant tenant() {
        return TenantScope.caller().tenant();
    }

    /** Reads the constant of this name, in upper or lower case; code {@code not_one_of}. */
    public <E extends Enum<E>> Optional<E> choice(String column, Class<E> type) {
        E[] choices = type.getEnumConstants();
        return row.value(column).flatMap(text -> {
            var chosen = Arrays.stream(choices)
                    .filter(choice -> choice.name().equalsIgnoreCase(text))
                    .findFirst();
            if (chosen.isEmpty()) {
                var names = Arrays.stream(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT));
                add(column, "not_one_of", String.join(", ", names.toList()));
            }
            return chosen;
        });
    }

    /** Reads the ISO 4217 code of a currency; code {@code unknown}. */
    public Optional<CurrencyCode> currency(String column) {
        return row.value(column).flatMap(code -> {
            try {
                return Optional.of(new CurrencyCode(code));
            } catch (IllegalArgumentException unknown) {
                add(column, "unknown", code);
                return Optional.empty();
            }
        });
    }

    /**
     * Adds violations of the object that the row creates.
     *
     * @param column maps a field to the column it comes from
     */
    public void addAll(List<Violation> wrong, UnaryOperator<String> column) {
        wrong.forEach(one ->
                add(column.apply(one.field()), one.code(), one.arguments().toArray()));
    }

    /** Reports that an earlier row has the same natural key; code {@code repeated_row}. */
    public void repeats(String column, long earlier) {
        add(column, REPEATED, earlier);
    }

    public void add(String column, String code, Object... arguments) {
        violations.add(Violation.of(column, code, arguments).inRow(row.number()));
    }

    public boolean isGood() {
        return violations.isEmpty();
    }

    /** Returns what is wrong, each violation with its row. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}

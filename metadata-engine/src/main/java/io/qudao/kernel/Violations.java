package io.qudao.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with an input, to fail once. When a check finds a wrong value it returns a
 * stand-in, so that the next check can run; no value is used before {@link #failIfAny}.
 */
public final class Violations {
    /** More digits than any column stores. */
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");

    /** Amounts of money in columns are below this limit. */
    private static final BigDecimal MOST_MONEY = BigDecimal.TEN.pow(14);

    private final List<Violation> found = new ArrayList<>();

    public void add(String field, String code, Object... arguments) {
        found.add(Violation.of(field, code, arguments));
    }

    public void addAll(List<Violation> violations) {
        found.addAll(violations);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> list() {
        return List.copyOf(found);
    }

    /** Returns a required text in its form, without surrounding blanks; code {@code required} or {@code too_long}. */
    public String text(String field, @Nullable String value, int maximum) {
        String text = optionalText(field, value, maximum);
        if (text.isEmpty()) {
            add(field, "required");
        }
        return text;
    }

    /** Returns a required code in its form; code {@code required}, {@code too_long} or {@code malformed}. */
    public String code(String field, @Nullable String value, int maximum) {
        return plain(field, text(field, value == null ? null : TextForm.ofCode(value), maximum));
    }

    /** Returns an optional code in its form, empty if it is missing; code {@code too_long} or {@code malformed}. */
    public String optionalCode(String field, @Nullable String value, int maximum) {
        return plain(field, optionalText(field, value == null ? null : TextForm.ofCode(value), maximum));
    }

    /**
     * Returns a required name that serves as a code, in its form; code {@code required}, {@code too_long} or {@code
     * malformed}.
     */
    public String codeName(String field, @Nullable String value, int maximum) {
        return plain(field, text(field, value == null ? null : TextForm.ofName(value), maximum));
    }

    private String plain(String field, String code) {
        if (!TextForm.isPlain(code)) {
            add(field, "malformed");
        }
        return code;
    }

    /**
     * Returns an optional text in its form, without surrounding blanks, empty if it is missing; code {@code too_long}.
     */
    public String optionalText(String field, @Nullable String value, int maximum) {
        String text = value == null ? "" : TextForm.strip(TextForm.of(value));
        if (text.codePointCount(0, text.length()) > maximum) {
            add(field, "too_long", maximum);
        }
        return text;
    }

    /**
     * Reads each item of a list; code {@code required} at {@code field[n]} for a null item, which is left out.
     *
     * @param reader receives {@code field[n]} and the item
     */
    public <T, R> List<R> each(
            String field, List<? extends @Nullable T> values, BiFunction<String, ? super T, ? extends R> reader) {
        var items = new ArrayList<R>();
        for (int at = 0; at < values.size(); at++) {
            T item = values.get(at);
            String path = field + "[" + at + "]";
            if (item == null) {
                add(path, "required");
            } else {
                items.add(reader.apply(path, item));
            }
        }
        return items;
    }

    /** Returns a required exact amount in plain digits, such as 12.30; code {@code required} or {@code malformed}. */
    public BigDecimal amount(String field, @Nullable String text) {
        String digits = text(field, text, Integer.MAX_VALUE);
        if (AMOUNT.matcher(digits).matches()) {
            return new BigDecimal(digits);
        }
        if (!digits.isEmpty()) {
            add(field, "malformed");
        }
        return BigDecimal.ZERO;
    }

    /**
     * Returns money that is not negative and fits its column; code {@code out_of_range} or {@code too_many_digits}.
     */
    public Money money(String field, Money money) {
        var amount = money.amount();
        if (amount.signum() < 0 || amount.compareTo(MOST_MONEY) >= 0) {
            add(field, "out_of_range", 0, MOST_MONEY.toPlainString());
        }
        if (amount.scale() > money.currency().scale()) {
            add(field, "too_many_digits", money.currency().scale());
        }
        return money;
    }

    /** Returns the currency with this ISO 4217 code, {@code otherwise} if there is no code; code {@code unknown}. */
    public CurrencyCode currency(String field, @Nullable String code, CurrencyCode otherwise) {
        try {
            return code == null ? otherwise : new CurrencyCode(code);
        } catch (IllegalArgumentException unknown) {
            add(field, "unknown", code);
            return otherwise;
        }
    }

    /** Returns a required value; code {@code required}. */
    public <T> T required(String field, @Nullable T value, T standIn) {
        if (value == null) {
            add(field, "required");
            return standIn;
        }
        return value;
    }

    /** Returns the constant of this name, in upper or lower case; code {@code required} or {@code not_one_of}. */
    public <E extends Enum<E>> E choice(String field, @Nullable String name, Class<E> type) {
        E[] choices = type.getEnumConstants();
        var chosen = Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(name))
                .findFirst();
        if (name == null || name.isBlank()) {
            add(field, "required");
        } else if (chosen.isEmpty()) {
            add(
                    field,
                    "not_one_of",
                    String.join(
                            ", ",
                            Arrays.stream(choices)
                                    .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                    .toList()));
        }
        return chosen.orElse(choices[0]);
    }

    /** Throws one exception with all violations, or returns if there are none. */
    public void failIfAny(ProblemCode problem) {
        ProblemException.failIfAny(problem, found);
    }
}

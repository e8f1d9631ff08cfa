package io.qudao.kernel;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The digest of a value, used to tell different requests with the same idempotency key apart. Equal values have equal
 * fingerprints however they are written: {@code 7.000}, {@code 7.00} and {@code 7} are the same, the order of fields
 * does not matter, a field without a value counts as absent, and a letter is the same with its accent beside or in it.
 */
public final class Fingerprint {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Fingerprint() {}

    /** Returns the fingerprint of a value: 32 bytes. */
    public static byte[] of(Value value) {
        var written = new StringBuilder();
        write(value, written);
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(written.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Prepares a value read from JSON for its fingerprint while the types of its fields are unknown. Fields of numbers also
     * accept texts, so a text that is a plain number counts as the number, one that is an instant as the instant whatever its
     * offset, and one that is an id as the id: texts that differ only in how they write one count as equal.
     */
    public static Value untyped(Value value) {
        return switch (value) {
            case Value.Text(var text)
            when NUMBER.matcher(text).matches() ->
                Decimals.parse(text).<Value>map(Value::of).orElse(value);
            case Value.Text(var text)
            when INSTANT.matcher(text).matches() ->
                Value.DateTime.parse(text, ZoneOffset.UTC).<Value>map(Value::of).orElse(value);
            case Value.Text(var text) when ID.matcher(text).matches() -> Value.of(UUID.fromString(text));
            case Value.Items(var items) -> {
                // No stream here: its frames would use up the stack on deep JSON.
                var same = new ArrayList<Value>();
                for (Value item : items) {
                    same.add(untyped(item));
                }
                yield new Value.Items(same);
            }
            case Value.Fields(var fields) -> {
                var same = new LinkedHashMap<String, Value>();
                fields.forEach((name, field) -> same.put(name, untyped(field)));
                yield new Value.Fields(same);
            }
            default -> value;
        };
    }

    private static void write(Value value, StringBuilder to) {
        switch (value) {
            case Value.Null _ -> to.append('-');
            case Value.Text(var text) -> leaf('t', TextForm.of(text), to);
            case Value.Int(var number) -> number(BigDecimal.valueOf(number), to);
            case Value.Decimal(var number) -> number(number, to);
            case Value.Amount(var money) -> {
                leaf('m', money.currency().value(), to);
                number(money.amount(), to);
            }
            case Value.Bool(var truth) -> leaf('b', String.valueOf(truth), to);
            case Value.Date(var date) -> leaf('d', date.toString(), to);
            case Value.DateTime(var instant) -> leaf('i', instant.toString(), to);
            case Value.Ref(var id) -> leaf('r', id.toString(), to);
            case Value.Items(var items) -> {
                to.append('[');
                items.forEach(item -> write(item, to));
                to.append(']');
            }
            case Value.Fields(var fields) -> {
                to.append('{');
                new TreeMap<>(fields).forEach((name, field) -> {
                    if (!field.isNull()) {
                        leaf('f', name, to);
                        write(field, to);
                    }
                });
                to.append('}');
            }
        }
    }

    /** Uses digits and exponent, because a number of few characters can have billions of digits when written out. */
    private static void number(BigDecimal number, StringBuilder to) {
        var shortest = number.stripTrailingZeros();
        leaf('n', shortest.unscaledValue() + "e" + -(long) shortest.scale(), to);
    }

    private static void leaf(char kind, String text, StringBuilder to) {
        to.append(kind).append(text.length()).append(':').append(text);
    }
}

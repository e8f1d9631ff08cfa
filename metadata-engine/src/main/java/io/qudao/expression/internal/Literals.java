package io.qudao.expression.internal;

import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.kernel.Decimals;
import io.qudao.kernel.TextForm;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Parses constants. */
final class Literals {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Report report;

    Literals(Report report) {
        this.report = report;
    }

    Optional<Node> number(Token token, Scalar type) {
        var value = Decimals.parse(token.getText()).filter(Literals::fits);
        if (value.isEmpty()) {
            report.add(token, Reason.TOO_MANY_DIGITS, Limits.WHOLE_DIGITS);
        }
        return value.map(number -> new Node.Literal(type, number));
    }

    private static boolean fits(BigDecimal value) {
        return value.precision() - value.scale() <= Limits.WHOLE_DIGITS && value.scale() <= Limits.FRACTION_DIGITS;
    }

    Optional<Node> text(Token token) {
        String quoted = token.getText();
        StringBuilder value = new StringBuilder();
        int end = quoted.length() - 1;
        int at = 1;
        while (at < end) {
            char next = quoted.charAt(at);
            if (next == '\\') {
                at = unescape(quoted, at + 1, value);
            } else {
                value.append(next);
                at++;
            }
        }
        return storable(token, value.toString());
    }

    /** Appends the character an escape stands for and returns the position after it. */
    private static int unescape(String quoted, int at, StringBuilder value) {
        switch (quoted.charAt(at)) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> {
                value.append((char) Integer.parseInt(quoted, at + 1, at + 5, 16));
                return at + 5;
            }
            case 'U' -> {
                long point = Long.parseLong(quoted, at + 1, at + 9, 16);
                value.appendCodePoint(point <= Character.MAX_CODE_POINT ? (int) point : 0);
                return at + 9;
            }
            default -> value.append(quoted.charAt(at));
        }
        return at + 1;
    }

    private Optional<Node> storable(Token token, String value) {
        if (!TextForm.isStorable(value)) {
            report.add(token, Reason.BAD_CHARACTER);
            return Optional.empty();
        }
        return Optional.of(new Node.Literal(Scalar.TEXT, TextForm.of(value)));
    }

    Optional<Node> date(Token at, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
                return Optional.of(new Node.Literal(Scalar.DATE, date));
            }
        } catch (DateTimeException notADate) {
            // Reported below, together with a year out of range.
        }
        return bad(at, text, "2026-01-31");
    }

    Optional<Node> instant(Token at, String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            Instant instant = time.toInstant();
            LocalDate day = time.toLocalDate();
            if (day.isAfter(FIRST) && day.isBefore(LAST) && instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
                return Optional.of(new Node.Literal(Scalar.DATE_TIME, instant));
            }
        } catch (DateTimeException notATime) {
            // Reported below, together with a year out of range.
        }
        return bad(at, text, "2026-01-31T12:00:00Z");
    }

    Optional<Node> reference(Token at, String text) {
        if (UUID_TEXT.matcher(text).matches()) {
            return Optional.of(new Node.Literal(Scalar.REFERENCE, UUID.fromString(text)));
        }
        return bad(at, text, "01920000-0000-7000-8000-000000000000");
    }

    Optional<Node> bad(Token at, String text, String example) {
        report.add(at, Reason.BAD_CONSTANT, text, example);
        return Optional.empty();
    }
}

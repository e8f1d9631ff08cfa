package io.qudao.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pagination by keyset: a cursor holds the sort key of the last row of a page, and the next page starts after it. */
public final class Keyset {
    /** Largest page size. */
    public static final int MAXIMUM = 500;

    private static final String SEPARATOR = "\u001f";

    private Keyset() {}

    /** Returns the requested number of rows; a violation of {@code limit} if it is out of range. */
    public static int limit(int wanted) {
        if (wanted < 1 || wanted > MAXIMUM) {
            throw invalid("limit", "out_of_range", 1, MAXIMUM);
        }
        return wanted;
    }

    /**
     * Returns the parts of the key to start after, or empty texts for the first page; a violation of {@code cursor} if
     * it is malformed.
     */
    public static List<String> after(@Nullable String cursor, int parts) {
        if (cursor == null || cursor.isEmpty()) {
            return java.util.Collections.nCopies(parts, "");
        }
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (key.length == parts) {
                return List.of(key);
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid("cursor", "malformed");
        }
        throw invalid("cursor", "malformed");
    }

    /**
     * Returns the id to continue before in a list from the newest id down; null for the first page, since no id comes
     * after all others as the nil id comes before them.
     */
    public static @Nullable UUID before(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty() ? null : id(after(cursor, 1).getFirst());
    }

    /** Reads a key part that is an id; the nil id for the first page. */
    public static UUID id(String part) {
        try {
            return part.isEmpty() ? new UUID(0, 0) : UUID.fromString(part);
        } catch (IllegalArgumentException notAnId) {
            throw invalid("cursor", "malformed");
        }
    }

    /** Reads a key part that is an instant; the epoch for the first page. */
    public static Instant instant(String part) {
        try {
            var instant = part.isEmpty() ? Instant.EPOCH : Instant.parse(part);
            return Value.DateTime.inRange(instant).orElseThrow(() -> invalid("cursor", "malformed"));
        } catch (DateTimeParseException notAnInstant) {
            throw invalid("cursor", "malformed");
        }
    }

    /** Reads a key part that is a whole number. */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException notANumber) {
            throw invalid("cursor", "malformed");
        }
    }

    /**
     * Builds the page from these rows.
     *
     * @param rows at most {@code limit + 1}; the additional one shows that there is a next page
     * @param key returns the sort key of a row
     */
    public static <T> Slice<T> slice(List<T> rows, int limit, Function<T, List<String>> key) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        var page = rows.subList(0, limit);
        var last = String.join(SEPARATOR, key.apply(page.getLast()));
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
        return new Slice<>(page, cursor);
    }

    private static ProblemException invalid(String field, String code, Object... arguments) {
        return new ProblemException(CommonProblem.INVALID_INPUT, List.of(Violation.of(field, code, arguments)));
    }
}

package io.qudao.record.internal.row;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives searches that are often asked with the same values, such as the lists a company works with, a plan that is kept.
 * Planning a search takes the database as long as running it. With its values written into the text, the search has no
 * parameters, so PostgreSQL plans it once for exactly these values. The most frequent searches are kept, as many as fit
 * beside other statements on a connection (docs/decisions/DD034).
 */
final class FrequentSearches {
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\\?\\?|\\?");
    private static final int OFTEN = 10;
    private static final int MOST = 100;
    private static final int LONGEST_TEXT = 100;

    private final Cache<Search, AtomicInteger> asked =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Returns the search; with its values in place of the parameters if it is asked often. */
    SqlBuilder fixed(SqlBuilder sql) {
        var search = new Search(sql.text(), sql.parameters());
        if (!search.values().stream().allMatch(FrequentSearches::isPlain)) {
            return sql;
        }
        int times = asked.get(search, first -> new AtomicInteger()).incrementAndGet();
        return times > OFTEN ? SqlBuilder.of(search.written()) : sql;
    }

    private static boolean isPlain(Object value) {
        return switch (value) {
            case Integer _, Long _, BigDecimal _, Boolean _, UUID _ -> true;
            case LocalDate date -> hasPlainYear(date.getYear());
            case OffsetDateTime instant -> hasPlainYear(instant.getYear());
            case String text ->
                text.length() <= LONGEST_TEXT
                        && text.chars().noneMatch(character -> character == '\\' || character == 0);
            default -> false;
        };
    }

    private static boolean hasPlainYear(int year) {
        return year > 0 && year < 10_000;
    }

    private record Search(String text, List<Object> values) {
        /** Replaces each question mark that stands for a parameter: outside of quotes, and not one of an operator's two. */
        String written() {
            var remaining = values.iterator();
            return TOKEN.matcher(text)
                    .replaceAll(token -> Matcher.quoteReplacement(
                            token.group().equals("?") ? literal(remaining.next()) : token.group()));
        }

        private static String literal(Object value) {
            return switch (value) {
                case Integer number -> "(" + number + ")";
                case Long number -> "(" + number + ")::int8";
                case BigDecimal number -> "(" + number.toPlainString() + ")::numeric";
                case Boolean truth -> truth.toString();
                case UUID id -> "'" + id + "'::uuid";
                case LocalDate date -> "'" + date + "'::date";
                case OffsetDateTime instant -> "'" + instant + "'::timestamptz";
                default -> "'" + value.toString().replace("'", "''") + "'";
            };
        }
    }
}

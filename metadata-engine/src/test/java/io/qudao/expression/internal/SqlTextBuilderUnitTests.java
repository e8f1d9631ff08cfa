package io.qudao.expression.internal;

import static io.qudao.expression.internal.ExpressionsFixture.filter;
import static io.qudao.expression.internal.ExpressionsFixture.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.expression.Column;
import io.qudao.expression.ColumnResolver;
import io.qudao.expression.SqlFragment;
import io.qudao.expression.SqlKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SqlTextBuilderUnitTests {
    private static final ColumnResolver COLUMNS = path -> switch (path.toString()) {
        case "status" -> Column.of("r.data->>'1'", SqlKind.TEXT);
        case "code" -> new Column.Folded("r.data->>'2'", "r.t1", text -> text.toLowerCase(Locale.ROOT));
        case "count" -> Column.of("r.version", SqlKind.INTEGER);
        case "rate" -> new Column.Scaled("r.n1", 2);
        case "price" -> Column.of("(r.data->>'3')::numeric", SqlKind.NUMERIC);
        case "net" -> new Column.Amount(new Column.Scaled("r.n2", 2), "r.currency");
        case "due" -> Column.of("r.d1", SqlKind.UTC_MIDNIGHT);
        case "tags" -> Column.of("r.data->'4'", SqlKind.JSON_LIST);
        default -> throw new IllegalArgumentException(path.toString());
    };

    @Test
    void bindsEveryConstant() {
        assertThat(sql("status == 'x\\' or 1=1' && count > 5 && due <= today() - 30", COLUMNS))
                .isEqualTo(new SqlFragment(
                        "((((r.data->>'1') = ?::text) AND ((r.version) > ?::bigint)) AND ((r.d1) <= ?::timestamptz))",
                        List.of("x' or 1=1", 5L, OffsetDateTime.parse("2026-01-31T00:00:00Z"))));
    }

    @Test
    void comparesNumberSlotsAsTheyAreStored() {
        assertThat(sql("rate >= 12.345", COLUMNS)).isEqualTo(new SqlFragment("((r.n1) >= ?::bigint)", List.of(1235L)));
        String sameCurrency =
                "CASE WHEN (?::text) COLLATE \"C\" = (r.currency) THEN ?::numeric > ((r.n2)::numeric * 0.01) END";
        assertThat(sql("100 > net", COLUMNS))
                .isEqualTo(new SqlFragment(sameCurrency, List.of("CNY", new BigDecimal("100.00"))));
        assertThat(filter("100 > net", COLUMNS))
                .isEqualTo(new SqlFragment(
                        "(((r.n2) < ?::bigint) AND " + sameCurrency + ")",
                        List.of(10000L, "CNY", new BigDecimal("100.00"))));
        assertThat(sql("rate in [1, 0.005, 2.5]", COLUMNS))
                .isEqualTo(new SqlFragment("((r.n1) IN (?::bigint, ?::bigint))", List.of(100L, 250L)));
        assertThat(sql("rate == 0.005", COLUMNS).sql()).isEqualTo("CASE WHEN (r.n1) IS NOT NULL THEN FALSE END");
        assertThat(sql("rate < 99999999999999999999", COLUMNS).sql())
                .isEqualTo("CASE WHEN (r.n1) IS NOT NULL THEN TRUE END");
    }

    @Test
    void narrowsTextsByTheirSlot() {
        assertThat(sql("code == 'Ab'", COLUMNS))
                .isEqualTo(new SqlFragment(
                        "((r.t1) COLLATE \"C\" = ?::text AND "
                                + "CASE WHEN (r.t1) IS NOT NULL THEN (r.data->>'2') = ?::text END)",
                        List.of("ab", "Ab")));
        assertThat(sql("startsWith(code, 'Ab')", COLUMNS))
                .isEqualTo(new SqlFragment(
                        "((r.t1) COLLATE \"C\" >= ?::text AND (r.t1) COLLATE \"C\" < ?::text AND "
                                + "CASE WHEN (r.t1) IS NOT NULL THEN "
                                + "starts_with(((r.data->>'2')) COLLATE \"C\", ?::text) END)",
                        List.of("ab", "ac", "Ab")));
        assertThat(sql("startsWith(code, '')", COLUMNS).sql())
                .isEqualTo("(starts_with(((r.data->>'2')) COLLATE \"C\", ?::text))");
    }

    @Test
    void comparesTextsByCodePoint() {
        assertThat(sql("status < 'x'", COLUMNS).sql()).isEqualTo("((r.data->>'1') COLLATE \"C\" < ?::text)");
        assertThat(sql("status == code", COLUMNS).sql()).isEqualTo("(((r.data->>'1')) COLLATE \"C\" = (r.data->>'2'))");
        assertThat(sql("status", COLUMNS).sql()).isEqualTo("((r.data->>'1')) COLLATE \"C\"");
    }

    @Test
    void dividesWithoutRoundingTwice() {
        assertThat(sql("price / rate", COLUMNS).sql())
                .isEqualTo("round(div(((r.data->>'3')::numeric) * 100000000000, nullif(((r.n1)::numeric * 0.01), 0))"
                        + " * 0.00000000001, 10)");
    }

    @Test
    void evaluatesWhatNeedsNoRecordBefore() {
        assertThat(sql("price > 2 * 1.5", COLUMNS))
                .isEqualTo(new SqlFragment("(((r.data->>'3')::numeric) > ?::numeric)", List.of(new BigDecimal("3.0"))));
        assertThat(sql("date('2026-01-30') + 1", COLUMNS))
                .isEqualTo(new SqlFragment("?::date", List.of(LocalDate.of(2026, 1, 31))));
        assertThat(sql("price > 1 / 0", COLUMNS)).isEqualTo(new SqlFragment("NULL::boolean", List.of()));
    }

    @Test
    void refusesUnsuitedColumns() {
        assertThatThrownBy(() -> sql("price + 1", path -> Column.of("x", SqlKind.TEXT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price");
        assertThatThrownBy(() -> sql("net + net", path -> Column.of("x", SqlKind.NUMERIC)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("net");
    }

    @Test
    void findsTheNextTextAboveABeginning() {
        assertThat(Texts.next("ab")).contains("ac");
        assertThat(Texts.next("a\uD7FF")).contains("a\uE000");
        assertThat(Texts.next("a\uDBFF\uDFFF")).contains("b");
        assertThat(Texts.next("\uDBFF\uDFFF")).isEmpty();
        assertThat(Texts.next("")).isEmpty();
    }
}

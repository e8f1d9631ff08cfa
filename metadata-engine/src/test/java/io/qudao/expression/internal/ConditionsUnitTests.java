package io.qudao.expression.internal;

import static io.qudao.expression.Truth.FALSE;
import static io.qudao.expression.Truth.TRUE;
import static io.qudao.expression.Truth.UNKNOWN;
import static io.qudao.expression.internal.ExpressionsFixture.compile;
import static io.qudao.expression.internal.ExpressionsFixture.facts;
import static io.qudao.expression.internal.ExpressionsFixture.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.expression.Truth;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsUnitTests {
    private static final String UNKNOWN_CONDITION = "(count > 0)";

    @ParameterizedTest
    @CsvSource({
        "true && true,TRUE",
        "true && false,FALSE",
        "false && U,FALSE",
        "U && false,FALSE",
        "true && U,UNKNOWN",
        "U && true,UNKNOWN",
        "U && U,UNKNOWN",
        "true || U,TRUE",
        "U || true,TRUE",
        "false || U,UNKNOWN",
        "U || false,UNKNOWN",
        "false || false,FALSE",
        "U || U,UNKNOWN",
        "!U,UNKNOWN",
        "!true,FALSE",
        "!false,TRUE",
        "U == true,UNKNOWN",
        "U == null,TRUE",
        "U != null,FALSE",
        "U ? true : false,FALSE",
        "isNull(U),TRUE",
        "null == null,TRUE",
        "null != null,FALSE",
        "isNull(null),TRUE",
        "true == null,FALSE"
    })
    void knowsThreeTruths(String source, Truth expected) {
        assertThat(test(source.replace("U", UNKNOWN_CONDITION))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "count == 3,TRUE", "count == 3.0,TRUE", "count != 3,FALSE", "count < 3,FALSE", "count <= 3,TRUE",
        "count > 2.99,TRUE", "count >= 3.01,FALSE", "3 == count,TRUE", "4 < count,FALSE", "price == 1.5,TRUE",
        "small == 3,UNKNOWN", "small != 3,UNKNOWN", "small == null,TRUE", "count == null,FALSE", "count != null,TRUE"
    })
    void comparesNumbers(String source, Truth expected) {
        assertThat(test(source, Map.of("count", Value.of(3L), "price", Value.of(new BigDecimal("1.50")))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "count in [1;2;3],TRUE",
                "count in [1;2],FALSE",
                "count in [],FALSE",
                "count in [3.00],TRUE",
                "count in [small;3],TRUE",
                "count in [small;4],UNKNOWN",
                "small in [1],UNKNOWN",
                "small in [],UNKNOWN",
                "status in ['a';'b'],FALSE",
                "status in ['open'],TRUE",
                "status in [code;'open'],TRUE",
                "code in ['a'],UNKNOWN",
                "open in [true],TRUE",
                "net in [10;5],TRUE",
                "net in [9.99],FALSE",
                "'vip' in tags,TRUE",
                "'new' in tags,FALSE",
                "code in tags,UNKNOWN",
                "2 in sizes,UNKNOWN"
            })
    void findsMembers(String source, Truth expected) {
        Map<String, Value> values = Map.of(
                "count", Value.of(3L),
                "status", Value.text("open"),
                "open", Value.of(true),
                "net", money("10", CurrencyCode.CNY),
                "tags", new Value.Items(List.of(Value.text("vip"), Value.text("old"))));

        assertThat(test(source.replace(';', ','), values)).isEqualTo(expected);
    }

    @Test
    void findsNumbersInListsByValue() {
        Map<String, Value> values =
                Map.of("sizes", new Value.Items(List.of(Value.of(new BigDecimal("2.50")), Value.of(3L))));

        assertThat(test("2.5 in sizes", values)).isEqualTo(TRUE);
        assertThat(test("3.0 in sizes", values)).isEqualTo(TRUE);
        assertThat(test("4 in sizes", values)).isEqualTo(FALSE);
    }

    @ParameterizedTest
    @CsvSource({
        "status.contains('en'),TRUE",
        "contains(status; ''),TRUE",
        "contains(status; 'EN'),FALSE",
        "startsWith(status; 'Op'),TRUE",
        "startsWith(status; 'op'),FALSE",
        "endsWith(status; 'en'),TRUE",
        "endsWith(status; 'Opening'),FALSE",
        "contains(code; 'x'),UNKNOWN",
        "contains(status; code),UNKNOWN",
        "lower(status) == 'open',TRUE",
        "size(status) == 4,TRUE",
        "size(code) > 0,UNKNOWN",
        "status < 'a',TRUE",
        "status + '!' == 'Open!',TRUE",
        "status + code == null,TRUE"
    })
    void comparesTexts(String source, Truth expected) {
        assertThat(test(source.replace(';', ','), Map.of("status", Value.text("Open"))))
                .isEqualTo(expected);
    }

    @Test
    void ordersTextsByCodePoint() {
        assertThat(test("'\\uFFFD' < '😀'")).isEqualTo(TRUE);
        assertThat(test("'😀' > '\\uE000'")).isEqualTo(TRUE);
        assertThat(test("'😀' < '😁'")).isEqualTo(TRUE);
        assertThat(test("'a' < 'aa'")).isEqualTo(TRUE);
        assertThat(test("size('😀中') == 2")).isEqualTo(TRUE);
    }

    @Test
    void comparesMoneyOfOneCurrencyOnly() {
        Map<String, Value> values =
                Map.of("net", money("10.00", CurrencyCode.CNY), "fee", money("10.00", CurrencyCode.USD));

        assertThat(test("net == fee", values)).isEqualTo(UNKNOWN);
        assertThat(test("net != fee", values)).isEqualTo(UNKNOWN);
        assertThat(test("net >= money(10, 'CNY')", values)).isEqualTo(TRUE);
        assertThat(test("net > 9.99 && 11 > net", values)).isEqualTo(TRUE);
        assertThat(test("9.99 < fee", values)).isEqualTo(UNKNOWN);
        assertThat(test("net in [9, money(10, 'CNY')]", values)).isEqualTo(TRUE);
        assertThat(test("fee in [10]", values)).isEqualTo(UNKNOWN);
        assertThat(test("net.amount == fee.amount", values)).isEqualTo(TRUE);
        assertThat(test("net.currency == 'CNY'", values)).isEqualTo(TRUE);
        assertThat(test("(net + fee).currency == null", values)).isEqualTo(TRUE);
    }

    @Test
    void comparesDatesAndInstants() {
        Map<String, Value> values = Map.of(
                "day",
                Value.of(LocalDate.of(2026, 3, 2)),
                "at",
                Value.of(Instant.parse("2026-03-01T17:30:00.123456789Z")));

        assertThat(test("day == today()", values)).isEqualTo(TRUE); // in Shanghai it is already the next day
        assertThat(test("at == now()", values)).isEqualTo(TRUE); // to the microsecond
        assertThat(test("at < timestamp('2026-03-02T01:30:01+08:00')", values)).isEqualTo(TRUE);
        assertThat(test("day > date('2026-02-28') + 1", values)).isEqualTo(TRUE);
        assertThat(test("day - date('2026-02-28') == 2", values)).isEqualTo(TRUE);
        assertThat(test("today() - 2 == date('2026-02-28')", values)).isEqualTo(TRUE);
        assertThat(test("due < today()", values)).isEqualTo(UNKNOWN);
    }

    @Test
    void comparesReferences() {
        UUID id = UUID.fromString("01920000-0000-7000-8000-000000000001");
        Map<String, Value> values = Map.of("owner", Value.of(id), "buyer", Value.of(id));

        assertThat(test("owner == buyer", values)).isEqualTo(TRUE);
        assertThat(test("owner == '01920000-0000-7000-8000-000000000001'", values))
                .isEqualTo(TRUE);
        assertThat(test("'01920000-0000-7000-8000-000000000002' != owner", values))
                .isEqualTo(TRUE);
        assertThat(test("owner in ['01920000-0000-7000-8000-000000000002', buyer]", values))
                .isEqualTo(TRUE);
    }

    @Test
    void readsFieldsOfOtherRecords() {
        Map<String, Value> values = Map.of("buyer.level", Value.text("A"), "old.status", Value.text("draft"));

        assertThat(test("buyer.level in ['A', 'B'] && old.status == 'draft'", values))
                .isEqualTo(TRUE);
    }

    @Test
    void refusesFactsOfTheWrongType() {
        assertThatThrownBy(() -> test("count == 1", Map.of("count", Value.text("1"))))
                .hasMessageContaining("count")
                .hasMessageContaining("integer");
        assertThatThrownBy(() -> compile("count").test(facts(Map.of()), ExpressionsFixture.MOMENT))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Value money(String amount, CurrencyCode currency) {
        return Value.of(Money.of(amount, currency));
    }
}

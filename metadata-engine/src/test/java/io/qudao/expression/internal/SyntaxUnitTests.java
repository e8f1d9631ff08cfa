package io.qudao.expression.internal;

import static io.qudao.expression.internal.ExpressionsFixture.compile;
import static io.qudao.expression.internal.ExpressionsFixture.expressions;
import static io.qudao.expression.internal.ExpressionsFixture.problems;
import static io.qudao.expression.internal.ExpressionsFixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.ExpressionError;
import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.FieldPath;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.ReferenceTo;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Schema;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxUnitTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                       | 1:1  EMPTY            |",
                "1 +                    | 1:4  INCOMPLETE       |",
                "1 + * 2                | 1:5  VALUE_EXPECTED   | *",
                "count 3                | 1:7  UNEXPECTED       | 3",
                "(count + 1             | 1:11 CLOSING_EXPECTED | )",
                "[1, 2                  | 1:6  CLOSING_EXPECTED | ]",
                "open ? 1               | 1:9  CLOSING_EXPECTED | :",
                "count = 3              | 1:7  WRITE_INSTEAD    | = ==",
                "open and open          | 1:6  WRITE_INSTEAD    | and &&",
                "open AND open          | 1:6  WRITE_INSTEAD    | AND &&",
                "status == 'x           | 1:11 OPEN_TEXT        |",
                "status == '\\q'        | 1:11 OPEN_TEXT        |",
                "status == '\\u0000'    | 1:11 BAD_CHARACTER    |",
                "status == '\\ud800'    | 1:11 BAD_CHARACTER    |",
                "status == '\\U00110000'| 1:11 BAD_CHARACTER    |",
            })
    void pointsAtWrongSyntax(String source, String placeAndReason, String arguments) {
        assertProblem(source, placeAndReason, arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statsu == 'x'          | 1:1  MISSPELT_FIELD   | statsu status",
                "nothing == 'x'         | 1:1  UNKNOWN_FIELD    | nothing",
                "buyer.lvl == 'x'       | 1:7  MISSPELT_FIELD   | lvl level",
                "status.length == 1     | 1:1  NO_FIELDS        | status text",
                "tags.first == 1        | 1:1  NO_FIELDS        | tags list of text",
                "(1 + 2).currency == 'x'| 1:9  NO_FIELDS        | currency integer",
                "net.cents == 1         | 1:5  UNKNOWN_FIELD    | cents",
                "a.b.c.d.e.f.g == 1     | 1:13 LONG_PATH        | 3",
                "old == null            | 1:1  NOT_A_VALUE      | old",
                "trim(status)           | 1:1  UNKNOWN_FUNCTION |",
            })
    void pointsAtWrongNames(String source, String placeAndReason, String arguments) {
        assertProblem(source, placeAndReason, arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lower(count)           | 1:1  WRONG_TYPE       | lower text integer",
                "!count                 | 1:1  WRONG_TYPE       | ! boolean integer",
                "-status                | 1:1  WRONG_TYPE       | - decimal text",
                "count && open          | 1:7  WRONG_TYPE       | && boolean integer",
                "count ? 1 : 2          | 1:7  WRONG_TYPE       | ? boolean integer",
                "count in day           | 1:7  WRONG_TYPE       | in list date",
                "count in tags          | 1:7  WRONG_TYPE       | in text integer",
                "tags in ['a']          | 1:6  WRONG_TYPE       | in text list of text",
                "count == status        | 1:7  INCOMPATIBLE     | == integer text",
                "open < true            | 1:6  INCOMPATIBLE     | < boolean boolean",
                "owner < owner          | 1:7  INCOMPATIBLE     | < reference reference",
                "tags == tags           | 1:6  INCOMPATIBLE     | == list of text list of text",
                "net + 1                | 1:5  INCOMPATIBLE     | + money integer",
                "1 / net                | 1:3  INCOMPATIBLE     | / integer money",
                "net in ['x']           | 1:5  INCOMPATIBLE     | in money text",
                "round(status, 2)       | 1:1  WRONG_TYPE       | round decimal text",
                "round(count, count)    | 1:1  CONSTANT_EXPECTED| round(number, 2)",
                "round(count, 11)       | 1:1  CONSTANT_EXPECTED| round(number, 2)",
                "day + count            | 1:5  INCOMPATIBLE     | + date integer",
                "day + 1.5              | 1:5  INCOMPATIBLE     | + date decimal",
                "day == at              | 1:5  INCOMPATIBLE     | == date date-time",
                "open ? 1 : 'x'         | 1:6  INCOMPATIBLE     | ? integer text",
                "open ? tags : tags     | 1:6  INCOMPATIBLE     | ? list of text list of text",
            })
    void pointsAtWrongTypes(String source, String placeAndReason, String arguments) {
        assertProblem(source, placeAndReason, arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lower(status, 'x')     | 1:1  WRONG_ARGUMENTS  | lower lower(text)",
                "status.size(1)         | 1:8  WRONG_ARGUMENTS  | size size(text)",
                "count < null           | 1:7  NULL_OPERAND     | <",
                "count + null           | 1:7  NULL_OPERAND     | +",
                "null in [1]            | 1:6  NULL_OPERAND     | in",
                "count in [null]        | 1:7  NULL_OPERAND     | in",
                "open && null           | 1:6  NULL_OPERAND     | &&",
                "lower(null)            | 1:1  NULL_OPERAND     | lower",
                "date(status)           | 1:1  CONSTANT_EXPECTED| date('2026-01-31')",
                "money(count, 'CNY')    | 1:1  CONSTANT_EXPECTED| money(12.50, 'CNY')",
                "date('2026-02-30')     | 1:1  BAD_CONSTANT     | 2026-02-30 2026-01-31",
                "date('+10000-01-01')   | 1:1  BAD_CONSTANT     | +10000-01-01 2026-01-31",
                "timestamp('2026-01-31')| 1:1  BAD_CONSTANT     | 2026-01-31 2026-01-31T12:00:00Z",
                "money(1, 'ZZZ')        | 1:1  BAD_CONSTANT     | ZZZ CNY",
                "owner == 'me'          | 1:7  BAD_CONSTANT     | me 01920000-0000-7000-8000-000000000000",
                "[1] == [1]             | 1:1  LIST_ELSEWHERE   |",
            })
    void pointsAtWrongConstantsAndNulls(String source, String placeAndReason, String arguments) {
        assertProblem(source, placeAndReason, arguments);
    }

    @Test
    void reportsAllProblemsInOrder() {
        assertThat(problems("statsu == 'open' &&\n  (count > 'x' || lower(day) == '')"))
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.reason())
                .containsExactly("1:1 MISSPELT_FIELD", "2:10 INCOMPATIBLE", "2:19 WRONG_TYPE");
    }

    @Test
    void countsColumnsInCharacters() {
        assertThat(problems("'😀' == count").getFirst().column()).isEqualTo(5);
    }

    @Test
    void refusesResultOfAnotherType() {
        assertThat(problems("count + 1", ExpectedType.BOOLEAN))
                .containsExactly(new ExpressionError(1, 1, Reason.WRONG_RESULT, List.of("boolean", "integer")));
        assertThat(problems("tags")).extracting(ExpressionError::reason).containsExactly(Reason.WRONG_RESULT);
        assertThat(problems("count + 1", ExpectedType.of(Scalar.DECIMAL))).isEmpty();
    }

    @Test
    void boundsTheCost() {
        assertThat(reason("x".repeat(10_001))).isEqualTo(Reason.TOO_LONG);
        assertThat(reason("(".repeat(101) + "1" + ")".repeat(101))).isEqualTo(Reason.TOO_DEEP);
        assertThat(reason("!".repeat(101) + "open")).isEqualTo(Reason.TOO_DEEP);
        assertThat(reason("open?".repeat(101) + "1" + ":1".repeat(101))).isEqualTo(Reason.TOO_DEEP);
        assertThat(reason("1" + "+1".repeat(1_000))).isEqualTo(Reason.TOO_COMPLEX);
        assertThat(reason("price" + "*price".repeat(20))).isEqualTo(Reason.TOO_MANY_DIGITS);
        assertThat(reason("1" + "0".repeat(38))).isEqualTo(Reason.TOO_MANY_DIGITS);
        assertThat(reason("day + 900000 + 900000")).isEqualTo(Reason.TOO_MANY_DAYS);
        assertThat(reason("day - 99999999999999999999")).isEqualTo(Reason.TOO_MANY_DAYS);
    }

    @Test
    void boundsSqlThatRepeatsConditionsForAmountAndCurrency() {
        String money = "net";
        for (int level = 0; level < 12; level++) {
            money = "(" + money + " > fee ? net : fee)";
        }
        assertThat(reason(money + " > fee")).isEqualTo(Reason.TOO_COMPLEX);
    }

    @Test
    void takesLongButFlatExpressions() {
        assertThat(value("1" + "+1".repeat(450))).isEqualTo(Value.of(451L));
        assertThat(problems("(".repeat(99) + "1" + ")".repeat(99))).isEmpty();
        assertThat(problems("count in [" + "1,".repeat(450) + "1]")).isEmpty();
    }

    @Test
    void readsTextsWithEscapes() {
        assertThat(value("'it\\'s \\\\ \\n\\r\\t \\u4e2d \\U0001F600' + \"'\\\"\""))
                .isEqualTo(Value.text("it's \\ \n\r\t 中 😀'\""));
    }

    @Test
    void bindsOperatorsAsCelDoes() {
        assertThat(value("1 + 2 * 3 - 4 / 2")).isEqualTo(Value.of(new BigDecimal("5")));
        assertThat(value("-2 - -3 * 2")).isEqualTo(Value.of(4L));
        assertThat(value("!false && false || true")).isEqualTo(Value.of(true));
        assertThat(value("true ? false ? 1 : 2 : 3")).isEqualTo(Value.of(2L));
        assertThat(value("1 < 2 == true // both")).isEqualTo(Value.of(true));
    }

    @Test
    void knowsWhichFieldsAreUsed() {
        assertThat(compile("status == 'x' && (buyer.level == status || net.currency == old.status)")
                        .fields())
                .containsExactlyInAnyOrder(
                        FieldPath.of("buyer", "level"),
                        FieldPath.of("net"),
                        FieldPath.of("old", "status"),
                        FieldPath.of("status"));
    }

    @Test
    void followsThreeReferencesAndNoMore() {
        assertThat(expressions().compile("up.up.up.total.amount > 1", new Folder(), ExpectedType.BOOLEAN))
                .isInstanceOf(Compilation.Compiled.class);
        assertThat(expressions().compile("up.up.up.up.code == 'a'", new Folder(), ExpectedType.BOOLEAN))
                .isEqualTo(
                        new Compilation.Rejected(List.of(new ExpressionError(1, 13, Reason.LONG_PATH, List.of("3")))));
    }

    /** A record that refers to another record of the same object. */
    private record Folder() implements Schema {
        @Override
        public Optional<FieldType> field(String name) {
            return Optional.ofNullable(
                    switch (name) {
                        case "up" -> new ReferenceTo(this);
                        case "code" -> Scalar.TEXT;
                        case "total" -> Scalar.MONEY;
                        default -> null;
                    });
        }

        @Override
        public Set<String> names() {
            return Set.of("up", "code", "total");
        }
    }

    @Test
    void hashesTheMeaning() {
        String hash = compile("count>1").hash();

        assertThat(compile("count > 1 // more").hash()).isEqualTo(hash).hasSize(64);
        assertThat(compile("count > 2").hash()).isNotEqualTo(hash);
        Schema other = Schema.of(Map.of("count", Scalar.DECIMAL));
        assertThat(expressions()
                        .require("filter", "count>1", other, ExpectedType.ANY)
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void failsWithOneViolationForEachProblem() {
        assertThatThrownBy(() -> expressions()
                        .require("filter", "x == 1 && y == 2", ExpressionsFixture.BUYER, ExpectedType.BOOLEAN))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .containsExactly(
                                        Violation.of("filter", "expression.unknown_field", 1, 1, "x"),
                                        Violation.of("filter", "expression.unknown_field", 1, 11, "y")));
    }

    private static void assertProblem(@Nullable String source, String placeAndReason, @Nullable String arguments) {
        ExpressionError problem =
                problems(Objects.requireNonNullElse(source, "")).getFirst();

        assertThat("%d:%d %s".formatted(problem.line(), problem.column(), problem.reason()))
                .isEqualTo(placeAndReason.replaceAll("\\s+", " "));
        if (problem.reason() != Reason.UNKNOWN_FUNCTION) {
            assertThat(String.join(" ", problem.arguments())).isEqualTo(Objects.requireNonNullElse(arguments, ""));
        }
    }

    private static Reason reason(String source) {
        return problems(source).getFirst().reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "size(size) > size          | size(width) > width",
                "size.x == buyer.size       | width.x == buyer.size",
                "'size' == (size) // size   | 'size' == (width) // size",
                "'😀' == size  &&  !size     | '😀' == width  &&  !width",
                "size.contains(size)        | width.contains(width)",
                "[size, -size ? size : 1]   | [width, -width ? width : 1]",
                "size +                     | size +"
            })
    void renamesTheFirstNameOfPathsAlone(String source, String renamed) {
        assertThat(expressions()
                        .rename(
                                source,
                                path -> path.first().equals("size")
                                        ? FieldPath.parse(
                                                "width" + path.toString().substring(4))
                                        : path))
                .isEqualTo(renamed);
    }

    @Test
    void keepsCommentsWhenItRenames() {
        assertThat(expressions().rename("// don't\nsize > 1 // it's\n && size < 9", path -> FieldPath.of("width")))
                .isEqualTo("// don't\nwidth > 1 // it's\n && width < 9");
    }
}

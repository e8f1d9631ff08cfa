package io.qudao.expression.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.SqlFragment;
import io.qudao.kernel.Value;
import io.qudao.testing.TestPostgres;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The property that makes one language of two back ends: any expression gives the same answer for any record in the JVM
 * and in PostgreSQL. More cases: {@code -Dqudao.expression.cases=100000}, other ones: {@code -Dqudao.expression.seed=7}.
 */
class BackEndsIntegrationTests {
    private static final long SEED = Long.getLong("qudao.expression.seed", 1);
    private static final int CASES = Integer.getInteger("qudao.expression.cases", 2_000);
    private static final int RECORDS = 40;
    private static final int BATCH = 50;
    private static final Set<Reason> TOO_LARGE =
            EnumSet.of(Reason.TOO_COMPLEX, Reason.TOO_MANY_DIGITS, Reason.TOO_MANY_DAYS);

    private static Connection connection;
    private static GeneratedRecords records;

    private final LongAdder answered = new LongAdder();

    private record Case(long seed, Expression expression, SqlFragment sql) {}

    @BeforeAll
    static void storeRecords() throws SQLException {
        connection = DriverManager.getConnection(
                TestPostgres.instance().newDatabase(), TestPostgres.OWNER, TestPostgres.PASSWORD);
        records = new GeneratedRecords(SEED, RECORDS);
        records.store(connection);
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void agreeOnEveryExpressionAndRecord() throws SQLException {
        List<String> differences = new ArrayList<>();
        List<Case> batch = new ArrayList<>();
        int compared = 0;
        for (int index = 0; compared < CASES; index++) {
            Optional<Case> next = generate(SEED * 1_000_000_000 + index, 1 + index % 4);
            next.ifPresent(batch::add);
            if (batch.size() == BATCH) {
                differences.addAll(compare(batch));
                compared += BATCH;
                batch.clear();
            }
        }

        assertThat(answered.sum()).as("answers that are not null").isGreaterThan(CASES * (long) RECORDS / 3);
        differences.sort(Comparator.comparingInt(String::length));
        assertThat(differences.stream().limit(3))
                .as("the shortest of %d", differences.size())
                .isEmpty();
    }

    @Test
    void agreeOnTheLargestExpressions() {
        List<Case> largest = Stream.of(
                        "small" + " + small".repeat(450),
                        "open" + " && open".repeat(450),
                        "status" + " + code".repeat(450),
                        "count == 1" + " || count == 2".repeat(220),
                        "count in [" + "0, ".repeat(450) + "1]",
                        "open ? ".repeat(99) + "1" + " : small".repeat(99),
                        "day" + " + 1000".repeat(450))
                .map(source -> new Case(
                        0,
                        ExpressionsFixture.compile(source),
                        ExpressionsFixture.sql(source, GeneratedRecords.columns(0))))
                .toList();

        assertThat(compare(largest)).isEmpty();
    }

    @Test
    void agreeOnTheSmallLetterOfEveryCharacter() throws SQLException {
        try (var select = connection.prepareStatement("""
                select point, lower(chr(point) collate "pg_c_utf8") from generate_series(1, 1114111) point
                where point not between 55296 and 57343
                """);
                var rows = select.executeQuery()) {
            List<String> differences = new ArrayList<>();
            while (rows.next()) {
                String character = Character.toString(rows.getInt(1));
                if (!Texts.lower(character).equals(rows.getString(2))) {
                    differences.add("U+%04X".formatted(rows.getInt(1)));
                }
            }

            assertThat(differences).isEmpty();
        }
    }

    private static Optional<Case> generate(long seed, int depth) {
        String source = new GeneratedExpression(seed).any(depth);
        return switch (new AntlrExpressions().compile(source, ExpressionsFixture.SCHEMA, ExpectedType.ANY)) {
            case Compilation.Compiled(var expression) ->
                Optional.of(new Case(
                        seed, expression, expression.sql(GeneratedRecords.columns(seed), ExpressionsFixture.MOMENT)));
            case Compilation.Rejected(var problems) -> {
                assertThat(problems).as(source).allMatch(problem -> TOO_LARGE.contains(problem.reason()));
                yield Optional.empty();
            }
        };
    }

    private List<String> compare(List<Case> cases) {
        List<String> differences = new ArrayList<>();
        try (var select = select(cases);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                for (int index = 0; index < cases.size(); index++) {
                    difference(cases.get(index), rows, index + 1).ifPresent(differences::add);
                }
            }
        } catch (SQLException failed) {
            if (cases.size() == 1) {
                return List.of(describe(cases.getFirst()) + " fails: " + failed.getMessage());
            }
            for (Case single : cases) {
                differences.addAll(compare(List.of(single)));
            }
        }
        return differences;
    }

    private static PreparedStatement select(List<Case> cases) throws SQLException {
        String columns = cases.stream().map(one -> one.sql.sql()).collect(Collectors.joining(",\n"));
        PreparedStatement select = connection.prepareStatement("select " + columns + ", id from rec order by id");
        int index = 1;
        for (Case one : cases) {
            for (Object parameter : one.sql.parameters()) {
                select.setObject(index++, parameter);
            }
        }
        return select;
    }

    private Optional<String> difference(Case one, ResultSet rows, int column) throws SQLException {
        var record = records.all().get(rows.getInt("id"));
        Value jvm = one.expression.evaluate(ExpressionsFixture.facts(record), ExpressionsFixture.MOMENT);
        Object expected = plain(jvm);
        Object actual = read(rows, column, one.expression);
        answered.add(actual == null ? 0 : 1);
        boolean same = (expected instanceof BigDecimal left && actual instanceof BigDecimal right)
                ? left.compareTo(right) == 0
                : Objects.equals(expected, actual);
        return same
                ? Optional.empty()
                : Optional.of("%s for %s: JVM %s, SQL %s".formatted(describe(one), record, expected, actual));
    }

    private static String describe(Case one) {
        return one.expression.source() + " (seed " + one.seed + ") as " + one.sql;
    }

    private static @Nullable Object plain(Value value) {
        return switch (value) {
            case Value.Null none -> null;
            case Value.Text(var text) -> text;
            case Value.Int(var whole) -> BigDecimal.valueOf(whole);
            case Value.Decimal(var decimal) -> decimal;
            case Value.Amount(var money) -> money.amount();
            case Value.Bool(var truth) -> truth;
            case Value.Date(var date) -> date;
            case Value.DateTime(var instant) -> instant;
            case Value.Ref(var id) -> id;
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private static @Nullable Object read(ResultSet rows, int column, Expression expression) throws SQLException {
        return switch (expression.type()) {
            case TEXT, NULL -> rows.getString(column);
            case INTEGER, DECIMAL, MONEY -> rows.getBigDecimal(column);
            case BOOLEAN -> rows.getObject(column, Boolean.class);
            case DATE -> rows.getObject(column, LocalDate.class);
            case DATE_TIME -> {
                OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case REFERENCE -> rows.getObject(column, UUID.class);
        };
    }
}

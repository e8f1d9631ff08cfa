package io.qudao.expression.internal;

import io.qudao.expression.ColumnResolver;
import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.ExpressionError;
import io.qudao.expression.Expressions;
import io.qudao.expression.Facts;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.ListOf;
import io.qudao.expression.FieldType.RecordOf;
import io.qudao.expression.FieldType.ReferenceTo;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Moment;
import io.qudao.expression.Schema;
import io.qudao.expression.SqlFragment;
import io.qudao.expression.Truth;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The real compiler without Spring, and a schema with a field of each type. */
public final class ExpressionsFixture {
    static final Moment MOMENT = new Moment(
            Instant.parse("2026-03-01T17:30:00.123456Z"), ZoneId.of("Asia/Shanghai"), new CurrencyCode("CNY"));

    static final Schema BUYER = Schema.of(Map.of("level", Scalar.TEXT, "credit", Scalar.DECIMAL));

    static final Schema SCHEMA = Schema.of(Map.<String, FieldType>ofEntries(
            Map.entry("status", Scalar.TEXT),
            Map.entry("code", Scalar.TEXT),
            Map.entry("count", Scalar.INTEGER),
            Map.entry("small", Scalar.INTEGER),
            Map.entry("price", Scalar.DECIMAL),
            Map.entry("rate", Scalar.DECIMAL),
            Map.entry("net", Scalar.MONEY),
            Map.entry("fee", Scalar.MONEY),
            Map.entry("open", Scalar.BOOLEAN),
            Map.entry("day", Scalar.DATE),
            Map.entry("due", Scalar.DATE),
            Map.entry("at", Scalar.DATE_TIME),
            Map.entry("owner", Scalar.REFERENCE),
            Map.entry("buyer", new ReferenceTo(BUYER)),
            Map.entry("old", new RecordOf(Schema.of(Map.of("status", Scalar.TEXT)))),
            Map.entry("tags", new ListOf(Scalar.TEXT)),
            Map.entry("sizes", new ListOf(Scalar.DECIMAL))));

    private ExpressionsFixture() {}

    /** The facade, for unit tests of any module. */
    public static Expressions expressions() {
        return new AntlrExpressions();
    }

    static Expression compile(String source) {
        return compile(source, ExpectedType.ANY);
    }

    static Expression compile(String source, ExpectedType expected) {
        return switch (expressions().compile(source, SCHEMA, expected)) {
            case Compilation.Compiled(var expression) -> expression;
            case Compilation.Rejected(var problems) -> throw new AssertionError(source + " has " + problems);
        };
    }

    static List<ExpressionError> problems(String source) {
        return problems(source, ExpectedType.ANY);
    }

    static List<ExpressionError> problems(String source, ExpectedType expected) {
        return switch (expressions().compile(source, SCHEMA, expected)) {
            case Compilation.Compiled(var expression) -> List.of();
            case Compilation.Rejected(var problems) -> problems;
        };
    }

    static Facts facts(Map<String, Value> values) {
        return path -> values.getOrDefault(path.toString(), Value.none());
    }

    static Value value(String source, Map<String, Value> values) {
        return compile(source).evaluate(facts(values), MOMENT);
    }

    static Value value(String source) {
        return value(source, Map.of());
    }

    static Truth test(String source, Map<String, Value> values) {
        return compile(source, ExpectedType.BOOLEAN).test(facts(values), MOMENT);
    }

    static Truth test(String source) {
        return test(source, Map.of());
    }

    static SqlFragment filter(String source, ColumnResolver columns) {
        return compile(source).filter(columns, MOMENT);
    }

    static SqlFragment sql(String source, ColumnResolver columns) {
        return compile(source).sql(columns, MOMENT);
    }
}

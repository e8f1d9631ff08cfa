package io.qudao.sql;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.Money;
import io.qudao.kernel.Slice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;

/** A statement with named parameters that runs once. */
public final class SqlStatement {
    private StatementSpec statement;

    SqlStatement(StatementSpec statement) {
        this.statement = statement;
    }

    /**
     * Sets a parameter. An instant is passed as {@code timestamptz}, an amount of money as {@code numeric}, an enum
     * constant and a currency as the text of their names.
     */
    public SqlStatement set(String name, @Nullable Object value) {
        statement = statement.param(name, column(value));
        return this;
    }

    /** Sets parameters by their names. */
    public SqlStatement setAll(Map<String, ?> values) {
        values.forEach(this::set);
        return this;
    }

    /** Sets the parameters of a condition that the statement contains. */
    public SqlStatement setAll(SqlCondition condition) {
        return setAll(condition.parameters());
    }

    /**
     * Sets an array.
     *
     * @param type PostgreSQL name of its element type
     */
    public SqlStatement array(String name, String type, Collection<?> values) {
        return array(name, type, values, value -> value);
    }

    /** Sets an array with one value for each row. */
    public <T> SqlStatement array(
            String name, String type, Collection<T> rows, Function<? super T, ? extends @Nullable Object> value) {
        var values = rows.stream().map(row -> column(value.apply(row))).toArray();
        statement = statement.param(name, new SqlArrayValue(type, values));
        return this;
    }

    /** Runs a write; returns the number of rows written. */
    public int update() {
        return statement.update();
    }

    public <T> List<T> list(SqlReader<T> reader) {
        return statement.query((row, number) -> reader.read(new SqlRow(row))).list();
    }

    /** Passes each row to the visitor. */
    public void each(SqlVisitor visitor) {
        RowCallbackHandler each = row -> visitor.visit(new SqlRow(row));
        statement.query(each);
    }

    /** Returns the only row, if there is one. */
    public <T> Optional<T> optional(SqlReader<T> reader) {
        return statement.query((row, number) -> reader.read(new SqlRow(row))).optional();
    }

    /** Returns the only row, which must exist. */
    public <T> T single(SqlReader<T> reader) {
        return statement.query((row, number) -> reader.read(new SqlRow(row))).single();
    }

    /** Returns the only value, a number. */
    public long number() {
        return statement.query(Long.class).single();
    }

    /** Returns whether there is a row. */
    public boolean any() {
        return !statement.query((row, number) -> true).list().isEmpty();
    }

    /** Returns the only column as texts. */
    public List<String> texts() {
        return statement.query(String.class).list();
    }

    /** Returns the only column as ids. */
    public List<UUID> ids() {
        return statement.query(UUID.class).list();
    }

    /**
     * Returns a page of a statement that ends with {@code limit :limit}.
     *
     * @param key the sort key of a row, from which the statement finds the next page
     */
    public <T> Slice<T> slice(int limit, SqlReader<T> reader, Function<T, List<String>> key) {
        int rows = Keyset.limit(limit);
        return Keyset.slice(set("limit", rows + 1).list(reader), rows, key);
    }

    private static @Nullable Object column(@Nullable Object value) {
        return switch (value) {
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Money money -> money.amount();
            case CurrencyCode currency -> currency.value();
            case Enum<?> constant -> constant.name();
            case null, default -> value;
        };
    }
}

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

/** A statement that takes its parameters by name, and then runs once. */
public final class SqlStatement {
    private StatementSpec statement;

    SqlStatement(StatementSpec statement) {
        this.statement = statement;
    }

    /**
     * Sets a parameter. An instant goes to a {@code timestamptz}, an amount of money to a {@code numeric}, a constant and a
     * currency go to texts by their names.
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

    /**
     * Sets an array.
     *
     * @param type of its elements, as PostgreSQL names it
     */
    public SqlStatement array(String name, String type, Collection<?> values) {
        return array(name, type, values, value -> value);
    }

    /** Sets an array of one value of each row. */
    public <T> SqlStatement array(
            String name, String type, Collection<T> rows, Function<? super T, ? extends @Nullable Object> value) {
        var values = rows.stream().map(row -> column(value.apply(row))).toArray();
        statement = statement.param(name, new SqlArrayValue(type, values));
        return this;
    }

    /** Runs a statement that writes; the number of rows it wrote. */
    public int update() {
        return statement.update();
    }

    public <T> List<T> list(SqlReader<T> reader) {
        return statement.query((row, number) -> reader.read(new SqlRow(row))).list();
    }

    /** Gives each row to somebody. */
    public void each(SqlVisitor visitor) {
        RowCallbackHandler each = row -> visitor.visit(new SqlRow(row));
        statement.query(each);
    }

    /** The only row, where there is one. */
    public <T> Optional<T> optional(SqlReader<T> reader) {
        return statement.query((row, number) -> reader.read(new SqlRow(row))).optional();
    }

    /** The only row, which must be there. */
    public <T> T single(SqlReader<T> reader) {
        return statement.query((row, number) -> reader.read(new SqlRow(row))).single();
    }

    /** The only number. */
    public long number() {
        return statement.query(Long.class).single();
    }

    /** Whether there is a row. */
    public boolean any() {
        return !statement.query((row, number) -> true).list().isEmpty();
    }

    /** The only column, texts. */
    public List<String> texts() {
        return statement.query(String.class).list();
    }

    /** The only column, ids. */
    public List<UUID> ids() {
        return statement.query(UUID.class).list();
    }

    /**
     * A page of a statement that ends with {@code limit :limit}.
     *
     * @param key the sort key of a row, by which its statement finds the next page
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

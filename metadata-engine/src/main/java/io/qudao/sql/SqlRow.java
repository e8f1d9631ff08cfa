package io.qudao.sql;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of a result, read by column name. */
public final class SqlRow {
    private final ResultSet row;

    SqlRow(ResultSet row) {
        this.row = row;
    }

    public UUID uuid(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public @Nullable UUID optionalUuid(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** Returns a typed id, made by its constructor. */
    public <I> I id(String column, Function<UUID, I> type) throws SQLException {
        return type.apply(uuid(column));
    }

    public <I> @Nullable I optionalId(String column, Function<UUID, I> type) throws SQLException {
        var id = optionalUuid(column);
        return id == null ? null : type.apply(id);
    }

    public String text(String column) throws SQLException {
        return row.getString(column);
    }

    public @Nullable String optionalText(String column) throws SQLException {
        return row.getString(column);
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    public List<UUID> uuids(String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }

    public List<Long> numbers(String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }

    public int count(String column) throws SQLException {
        return row.getInt(column);
    }

    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    public @Nullable Long optionalNumber(String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    public boolean truth(String column) throws SQLException {
        return row.getBoolean(column);
    }

    public byte @Nullable [] bytes(String column) throws SQLException {
        return row.getBytes(column);
    }

    public Instant instant(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant optionalInstant(String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public CurrencyCode currency(String column) throws SQLException {
        return new CurrencyCode(row.getString(column));
    }

    /** Returns an amount with at least the digits of its currency; further zeros padded by the column are dropped. */
    public Money money(String column, CurrencyCode currency) throws SQLException {
        return money(row.getBigDecimal(column), currency);
    }

    /** Returns a unit price with as many digits as it was entered with. */
    public Money price(String column, CurrencyCode currency) throws SQLException {
        return new Money(row.getBigDecimal(column), currency);
    }

    public @Nullable Money optionalMoney(String column, CurrencyCode currency) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? null : money(amount, currency);
    }

    public Quantity quantity(String column, String unit) throws SQLException {
        return new Quantity(row.getLong(column), row.getString(unit));
    }

    public <E extends Enum<E>> E choice(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String column, Class<E> type) throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Money money(BigDecimal amount, CurrencyCode currency) {
        return new Money(amount.stripTrailingZeros(), currency);
    }
}

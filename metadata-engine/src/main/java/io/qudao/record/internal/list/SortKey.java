package io.qudao.record.internal.list;

import io.qudao.expression.Column;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.Decimals;
import io.qudao.kernel.Value;
import io.qudao.metadata.Placement;
import io.qudao.record.internal.row.Asides;
import io.qudao.record.internal.row.ReachedField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sort key.
 *
 * @param sql yields the key of a row
 * @param indexed whether an index returns the rows that have this key in its order
 * @param id of the row that such an index has behind the key; null where it has that of another row
 */
record SortKey(
        String sql,
        Form form,
        boolean descending,
        boolean indexed,
        @Nullable String id) {
    /** Sorts by creation, because ids increase with it. */
    static final String BY_ID = "r.id";

    /** Slots without an index. */
    private static final Set<String> FOR_SUMS = Set.of("n6", "n7", "n8");

    private static final int TEXT_CUT = 200;

    /** The start of a currency's SQL that is the same for all records. */
    private static final String CONSTANT = "'";

    /** How a key is written in a cursor. */
    enum Form {
        TEXT,
        LONG,
        NUMBER,
        BOOLEAN,
        DATE,
        INSTANT,
        ID;

        /** @throws IllegalArgumentException or {@link java.time.DateTimeException} if the text is not such a key */
        Object parse(String text) {
            return switch (this) {
                case TEXT -> text;
                case LONG -> Long.valueOf(text);
                case NUMBER -> Decimals.parse(text).orElseThrow(() -> new IllegalArgumentException("no number"));
                case BOOLEAN -> Boolean.valueOf(text);
                case DATE -> date(text);
                case INSTANT ->
                    Value.DateTime.inRange(Instant.parse(text))
                            .map(instant -> instant.atOffset(ZoneOffset.UTC))
                            .orElseThrow(() -> new IllegalArgumentException("out of range"));
                case ID -> UUID.fromString(text);
            };
        }

        private static LocalDate date(String text) {
            var date = LocalDate.parse(text);
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new IllegalArgumentException("out of range");
            }
            return date;
        }

        /** Returns the key of a row as a text that can be parsed; null if it is null. */
        @Nullable
        String read(ResultSet rows, int column) throws SQLException {
            Object key = switch (this) {
                case TEXT -> rows.getString(column);
                case LONG -> whole(rows, column);
                case NUMBER -> rows.getBigDecimal(column);
                case BOOLEAN -> rows.getObject(column, Boolean.class);
                case DATE -> rows.getObject(column, LocalDate.class);
                case INSTANT -> instant(rows, column);
                case ID -> rows.getObject(column, UUID.class);
            };
            return key == null ? null : key.toString();
        }

        private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
            var at = rows.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }

        /** Reads an integer of any width, because the driver does not convert smallint or integer to {@code Long}. */
        private static @Nullable Long whole(ResultSet rows, int column) throws SQLException {
            long number = rows.getLong(column);
            return rows.wasNull() ? null : number;
        }
    }

    static SortKey byId(boolean descending) {
        return new SortKey(BY_ID, Form.ID, descending, true, BY_ID);
    }

    static SortKey byVersion(boolean descending) {
        return unindexed("r.version", Form.LONG, descending);
    }

    /**
     * Returns the keys for sorting by one field; money is sorted by currency first, because amounts in two currencies
     * have no order.
     */
    static List<SortKey> of(ReachedField by, boolean descending) {
        if (by.isOwn() && by.view().isCell() && by.field().name().equals("created_at")) {
            return List.of(byId(descending));
        }
        var key = key(by, descending);
        return by.column() instanceof Column.Amount(var _, var currency) && !currency.startsWith(CONSTANT)
                ? List.of(unindexed(currency(currency), Form.TEXT, descending), key)
                : List.of(key);
    }

    boolean isId() {
        return sql.equals(BY_ID);
    }

    private static SortKey key(ReachedField by, boolean descending) {
        return switch (by.column()) {
            case Column.Folded folded -> slot(by, folded.slot(), Form.TEXT, descending);
            case Column.Scaled scaled -> slot(by, scaled.sql(), Form.LONG, descending);
            case Column.Amount money
            when money.amount() instanceof Column.Scaled scaled -> slot(by, scaled.sql(), Form.LONG, descending);
            case Column.Amount money
            when money.amount() instanceof Column.Plain plain -> unindexed(plain.sql(), Form.NUMBER, descending);
            case Column.Plain plain
            when by.field().placement() instanceof Placement.Slot slot && isSlot(by, slot, plain.sql()) ->
                slot(by, plain.sql(), form(plain.kind()), descending);
            case Column.Plain plain
            when !(by.field().placement() instanceof Placement.Column) && plain.kind() == SqlKind.TEXT ->
                unindexed(folded(plain.sql()), Form.TEXT, descending);
            case Column.Plain plain -> unindexed(plain.sql(), form(plain.kind()), descending);
            default ->
                throw new IllegalArgumentException("No order by " + by.field().name());
        };
    }

    private static SortKey slot(ReachedField by, String sql, Form form, boolean descending) {
        String row = sql.substring(0, sql.indexOf('.'));
        boolean aside = by.isOwn() && !row.equals(by.row());
        boolean indexed = aside || (by.view().isCell() && !FOR_SUMS.contains(sql.substring(row.length() + 1)));
        return new SortKey(sql, form, descending, indexed, by.isOwn() ? row + ".id" : null);
    }

    private static SortKey unindexed(String sql, Form form, boolean descending) {
        return new SortKey(sql, form, descending, false, null);
    }

    private static boolean isSlot(ReachedField by, Placement.Slot slot, String sql) {
        return sql.equals(slot.isAside() ? Asides.column(by.field().id(), slot) : by.row() + "." + slot.column());
    }

    /** Returns SQL for what a text slot would hold for a text. */
    private static String folded(String sql) {
        return "(left(lower(" + sql + " collate \"pg_c_utf8\"), " + TEXT_CUT + ") collate \"C\")";
    }

    private static String currency(String sql) {
        return "(" + sql + " collate \"C\")";
    }

    private static Form form(SqlKind kind) {
        return switch (kind) {
            case TEXT -> Form.TEXT;
            case INTEGER -> Form.LONG;
            case NUMERIC -> Form.NUMBER;
            case BOOLEAN -> Form.BOOLEAN;
            case DATE -> Form.DATE;
            case TIMESTAMPTZ, UTC_MIDNIGHT -> Form.INSTANT;
            case UUID -> Form.ID;
            case JSON_LIST -> throw new IllegalArgumentException("Lists cannot be sorted");
        };
    }
}

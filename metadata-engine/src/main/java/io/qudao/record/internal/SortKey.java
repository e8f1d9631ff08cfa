package io.qudao.record.internal;

import io.qudao.expression.Column;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.Decimals;
import io.qudao.metadata.Field;
import io.qudao.metadata.ListView.Sort;
import io.qudao.metadata.Placement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sort key.
 *
 * @param sql yields the key of a row
 * @param indexed whether an index returns the rows that have this key in its order
 */
record SortKey(String sql, Form form, boolean descending, boolean indexed) {
    /** Sorts by creation, because ids increase with it. */
    static final String BY_ID = "r.id";

    /** Slots without an index. */
    private static final Set<String> FOR_SUMS = Set.of("r.n6", "r.n7", "r.n8");

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
                case DATE -> LocalDate.parse(text);
                case INSTANT -> OffsetDateTime.parse(text);
                case ID -> UUID.fromString(text);
            };
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
                case INSTANT -> rows.getObject(column, OffsetDateTime.class);
                case ID -> rows.getObject(column, UUID.class);
            };
            return key == null ? null : key.toString();
        }

        /** Reads an integer of any width, because the driver does not convert smallint or integer to {@code Long}. */
        private static @Nullable Long whole(ResultSet rows, int column) throws SQLException {
            long number = rows.getLong(column);
            return rows.wasNull() ? null : number;
        }
    }

    static SortKey byId(boolean descending) {
        return new SortKey(BY_ID, Form.ID, descending, true);
    }

    /**
     * Returns the keys for sorting by one field; money is sorted by currency first, because amounts in two currencies
     * have no order.
     */
    static List<SortKey> of(CallerView shape, Sort sort) {
        var field = shape.field(sort.field());
        if (field.isEmpty()) {
            return List.of(
                    sort.field().equals(CallerView.ID)
                            ? byId(sort.descending())
                            : new SortKey("r.version", Form.LONG, sort.descending(), false));
        }
        if (shape.isCell() && field.get().name().equals("created_at")) {
            return List.of(byId(sort.descending()));
        }
        var key = of(shape, field.get(), sort.descending());
        return shape.column(field.get().name()) instanceof Column.Amount(var _, var currency)
                        && !currency.startsWith(CONSTANT)
                ? List.of(new SortKey(currency(currency), Form.TEXT, sort.descending(), false), key)
                : List.of(key);
    }

    /** Returns the id of the row that has the key, from the table that the key's index is on. */
    String id() {
        return indexed && !sql.startsWith("r.") ? sql.substring(0, sql.indexOf('.')) + ".id" : BY_ID;
    }

    boolean isId() {
        return sql.equals(BY_ID);
    }

    private static SortKey of(CallerView shape, Field field, boolean descending) {
        return switch (shape.column(field.name())) {
            case Column.Folded folded -> slot(shape, folded.slot(), Form.TEXT, descending);
            case Column.Scaled scaled -> slot(shape, scaled.sql(), Form.LONG, descending);
            case Column.Amount money
            when money.amount() instanceof Column.Scaled scaled -> slot(shape, scaled.sql(), Form.LONG, descending);
            case Column.Amount money
            when money.amount() instanceof Column.Plain plain ->
                new SortKey(plain.sql(), Form.NUMBER, descending, false);
            case Column.Plain plain
            when field.placement() instanceof Placement.Slot slot && isSlot(field, slot, plain.sql()) ->
                slot(shape, plain.sql(), form(plain.kind()), descending);
            case Column.Plain plain
            when !(field.placement() instanceof Placement.Column) && plain.kind() == SqlKind.TEXT ->
                new SortKey(folded(plain.sql()), Form.TEXT, descending, false);
            case Column.Plain plain -> new SortKey(plain.sql(), form(plain.kind()), descending, false);
            default -> throw new IllegalArgumentException("Cannot sort by " + field.name());
        };
    }

    private static SortKey slot(CallerView shape, String sql, Form form, boolean descending) {
        boolean indexed = !sql.startsWith("r.") || (shape.isCell() && !FOR_SUMS.contains(sql));
        return new SortKey(sql, form, descending, indexed);
    }

    private static boolean isSlot(Field field, Placement.Slot slot, String sql) {
        return sql.equals(slot.isAside() ? Asides.column(field.id(), slot) : "r." + slot.column());
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

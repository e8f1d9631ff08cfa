package io.qudao.expression.internal;

import io.qudao.expression.Column;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes conditions in SQL. A column compared with a constant is used in its stored form, so that its index can be
 * used.
 */
final class SqlConditions {
    private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private final SqlWriter writer;
    private final SqlTextBuilder sql;

    SqlConditions(SqlWriter writer, SqlTextBuilder sql) {
        this.writer = writer;
        this.sql = sql;
    }

    void truth(Node node) {
        switch (node) {
            case Node constant when constant.isConstant() -> sql.constant(Scalar.BOOLEAN, writer.value(constant));
            case Node.Field field -> writer.column(field, SqlKind.BOOLEAN);
            case Node.Not(var operand) -> {
                sql.add("(NOT ");
                truth(operand);
                sql.add(")");
            }
            case Node.Logic(var and, var left, var right) -> {
                sql.add("(");
                truth(left);
                sql.add(and ? " AND " : " OR ");
                truth(right);
                sql.add(")");
            }
            case Node.IsNull(var operand) -> isNull(operand);
            case Node.Compare compare -> compare(compare);
            case Node.In in -> in(in);
            case Node.Listed(var left, var list) -> {
                sql.add("(");
                writer.list(list);
                sql.add(" @> to_jsonb(");
                writer.any(left);
                sql.add("))");
            }
            case Node.TextTest test -> textTest(test);
            case Node.Conditional conditional -> writer.conditional(conditional, this::truth);
            default -> throw Closures.unexpected(node);
        }
    }

    /**
     * Writes a condition of which only "true" matters. This lets the stored amount of money be compared before its
     * currency is checked, so that an index can be used.
     */
    void filter(Node node) {
        switch (node) {
            case Node.Logic(var and, var left, var right) -> {
                sql.add("(");
                filter(left);
                sql.add(and ? " AND " : " OR ");
                filter(right);
                sql.add(")");
            }
            case Node.Compare(var operator, var left, var right)
            when left.type() == Scalar.MONEY
                    && operator != Comparison.NE
                    && left.isConstant() != right.isConstant() -> {
                sql.add("(");
                compare(new Node.Compare(operator, amountOf(left), amountOf(right)));
                sql.add(" AND ");
                truth(node);
                sql.add(")");
            }
            default -> truth(node);
        }
    }

    private static Node amountOf(Node money) {
        return money instanceof Node.InUsualCurrency(var number) ? number : new Node.MoneyAmount(money);
    }

    private void isNull(Node operand) {
        sql.add("(");
        Optional<Column> column = writer.columnOf(
                operand instanceof Node.Field field && field.type() == Scalar.MONEY
                        ? new Node.MoneyAmount(field)
                        : operand);
        if (column.isPresent()) {
            sql.column(text(column.get()));
        } else {
            writer.any(operand);
        }
        sql.add(" IS NULL)");
    }

    private void compare(Node.Compare node) {
        if (node.left().type() == Scalar.MONEY) {
            writer.whenSameCurrency(node.left(), node.right());
            writer.amount(node.left());
            sql.add(" " + node.operator().sql() + " ");
            writer.amount(node.right());
            sql.add(" END");
            return;
        }
        boolean flip = node.left().isConstant();
        Node operand = flip ? node.right() : node.left();
        Node other = flip ? node.left() : node.right();
        Comparison operator = flip ? node.operator().flipped() : node.operator();
        Optional<Column> column = other.isConstant() ? writer.columnOf(operand) : Optional.empty();
        if (column.isPresent()) {
            compare(column.get(), operator, (Scalar) other.type(), writer.value(other));
            return;
        }
        sql.add("(");
        comparable(operand);
        sql.add(" " + operator.sql() + " ");
        writer.any(other);
        sql.add(")");
    }

    private void compare(Column column, Comparison operator, Scalar type, @Nullable Object value) {
        if (value == null) {
            sql.constant(Scalar.BOOLEAN, null);
            return;
        }
        switch (column) {
            case Column.Scaled(var text, var scale) ->
                compareScaled(text, operator, ((BigDecimal) value).movePointRight(scale));
            case Column.Plain(var text, var kind)
            when kind == SqlKind.INTEGER -> compareScaled(text, operator, (BigDecimal) value);
            case Column.Folded(var text, var slot, var keys, var _)
            when operator == Comparison.EQ -> {
                sql.add("(").column(slot).add(" COLLATE \"C\"");
                oneOf(keys.apply((String) value));
                sql.add(" AND " + recheck(slot))
                        .column(text)
                        .add(" = ")
                        .parameter("text", value)
                        .add(" END)");
            }
            default -> {
                sql.add("(").column(text(column));
                if (type == Scalar.TEXT && !operator.isEquality()) {
                    sql.add(" COLLATE \"C\"");
                }
                sql.add(" " + operator.sql() + " ");
                stored(column, type, value);
                sql.add(")");
            }
        }
    }

    /** Compares a bigint with a number that may lie between two bigints or outside their range. */
    private void compareScaled(String column, Comparison operator, BigDecimal value) {
        BigDecimal bound = switch (operator) {
            case EQ, NE -> value;
            case LT, GE -> value.setScale(0, RoundingMode.CEILING);
            case GT, LE -> value.setScale(0, RoundingMode.FLOOR);
        };
        Optional<Long> whole = exact(bound);
        if (whole.isPresent()) {
            sql.add("(")
                    .column(column)
                    .add(" " + operator.sql() + " ")
                    .parameter("bigint", whole.get())
                    .add(")");
        } else {
            unlessNull(column, operator.holds(operator.isEquality() || bound.signum() > 0 ? -1 : 1));
        }
    }

    private static Optional<Long> exact(BigDecimal value) {
        boolean fits = value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0;
        return fits && value.stripTrailingZeros().scale() <= 0 ? Optional.of(value.longValueExact()) : Optional.empty();
    }

    private void unlessNull(String column, boolean truth) {
        sql.add("CASE WHEN ")
                .column(column)
                .add(" IS NOT NULL THEN ")
                .add(truth ? "TRUE" : "FALSE")
                .add(" END");
    }

    private void in(Node.In node) {
        if (node.elements().isEmpty()) {
            sql.add("CASE WHEN ");
            writer.any(node.left());
            sql.add(" IS NOT NULL THEN FALSE END");
            return;
        }
        boolean constant = node.elements().stream().allMatch(Node::isConstant);
        Optional<Column> column = constant ? writer.columnOf(node.left()) : Optional.empty();
        if (column.isPresent()) {
            List<Object> values = node.elements().stream()
                    .map(writer::value)
                    .filter(Objects::nonNull)
                    .map(Object.class::cast)
                    .toList();
            boolean complete = values.size() == node.elements().size();
            if (complete) {
                in(column.get(), (Scalar) node.left().type(), values);
                return;
            }
        }
        sql.add("(");
        comparable(node.left());
        sql.add(" IN (");
        separated(node.elements(), writer::any);
        sql.add("))");
    }

    private void in(Column column, Scalar type, List<Object> values) {
        switch (column) {
            case Column.Scaled(var text, var scale) ->
                inScaled(
                        text,
                        values.stream()
                                .map(value -> ((BigDecimal) value).movePointRight(scale))
                                .toList());
            case Column.Plain(var text, var kind)
            when kind == SqlKind.INTEGER ->
                inScaled(text, values.stream().map(BigDecimal.class::cast).toList());
            case Column.Folded(var text, var slot, var keys, var _) -> {
                sql.add("(").column(slot).add(" COLLATE \"C\" IN (");
                separated(
                        values.stream()
                                .flatMap(value -> keys.apply((String) value).stream())
                                .toList(),
                        key -> sql.parameter("text", key));
                sql.add(") AND " + recheck(slot)).column(text).add(" IN (");
                separated(values, value -> sql.parameter("text", value));
                sql.add(") END)");
            }
            default -> {
                sql.add("(").column(text(column)).add(" IN (");
                separated(values, value -> stored(column, type, value));
                sql.add("))");
            }
        }
    }

    private void inScaled(String column, List<BigDecimal> values) {
        List<Long> whole = new ArrayList<>();
        values.forEach(value -> exact(value).ifPresent(whole::add));
        if (whole.isEmpty()) {
            unlessNull(column, false);
            return;
        }
        sql.add("(").column(column).add(" IN (");
        separated(whole, value -> sql.parameter("bigint", value));
        sql.add("))");
    }

    private void textTest(Node.TextTest node) {
        switch (node.test()) {
            case CONTAINS -> {
                sql.add("(strpos(");
                writer.collated(node.text());
                sql.add(", ");
                writer.text(node.part());
                sql.add(") > 0)");
            }
            case STARTS_WITH -> startsWith(node);
            case ENDS_WITH -> {
                sql.add("starts_with(reverse(");
                writer.collated(node.text());
                sql.add("), reverse(");
                writer.text(node.part());
                sql.add("))");
            }
        }
    }

    /** The key range comes first: unlike starts_with, it can be an index condition under row security. */
    private void startsWith(Node.TextTest node) {
        boolean narrowed = writer.columnOf(node.text()).orElse(null) instanceof Column.Folded folded
                && node.part().isConstant()
                && writer.value(node.part()) instanceof String part
                && range(folded, folded.prefix().apply(part));
        sql.add(narrowed ? "" : "(").add("starts_with(");
        writer.collated(node.text());
        sql.add(", ");
        writer.text(node.part());
        sql.add(narrowed ? ") END)" : "))");
    }

    /**
     * Starts the comparison of the text itself after the comparison of its slot, which leaves few rows to check. The
     * planner cannot look into CASE; otherwise it would treat the two conditions as independent and expect a thousandth
     * of the actual rows.
     */
    private static String recheck(String slot) {
        return "CASE WHEN (" + slot + ") IS NOT NULL THEN ";
    }

    /**
     * Opens a bracket and a CASE and writes {@code slot >= low AND slot < high AND}; returns false if there is nothing
     * to narrow.
     */
    private boolean range(Column.Folded folded, String low) {
        Optional<String> high = Texts.next(low);
        if (high.isEmpty()) {
            return false;
        }
        sql.add("(").column(folded.slot()).add(" COLLATE \"C\" >= ").parameter("text", low);
        sql.add(" AND ")
                .column(folded.slot())
                .add(" COLLATE \"C\" < ")
                .parameter("text", high.get())
                .add(" AND " + recheck(folded.slot()));
        return true;
    }

    private void comparable(Node node) {
        if (node.type() == Scalar.TEXT) {
            writer.collated(node);
        } else {
            writer.any(node);
        }
    }

    /** Writes a constant in the column's stored form. */
    private void stored(Column column, Scalar type, Object value) {
        if (value instanceof LocalDate date
                && column instanceof Column.Plain(var text, var kind)
                && kind == SqlKind.UTC_MIDNIGHT) {
            sql.parameter("timestamptz", date.atStartOfDay().toInstant(ZoneOffset.UTC));
        } else {
            sql.constant(type, value);
        }
    }

    private static String text(Column column) {
        return switch (column) {
            case Column.Plain plain -> plain.sql();
            case Column.Scaled scaled -> scaled.sql();
            case Column.Folded folded -> folded.sql();
            case Column.Amount amount -> text(amount.amount());
        };
    }

    private void oneOf(List<String> keys) {
        if (keys.size() == 1) {
            sql.add(" = ").parameter("text", keys.getFirst());
            return;
        }
        sql.add(" IN (");
        separated(keys, key -> sql.parameter("text", key));
        sql.add(")");
    }

    private <T> void separated(List<T> items, Consumer<T> write) {
        for (int index = 0; index < items.size(); index++) {
            sql.add(index == 0 ? "" : ", ");
            write.accept(items.get(index));
        }
    }
}

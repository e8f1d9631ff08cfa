package io.qudao.expression.internal;

import io.qudao.expression.Column;
import io.qudao.expression.ColumnResolver;
import io.qudao.expression.Facts;
import io.qudao.expression.FieldType.ListOf;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Moment;
import io.qudao.expression.SqlFragment;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The SQL back end for PostgreSQL 18. It writes the typed tree with all constants as bind parameters. Numbers are
 * computed as numeric, texts are compared by code point, and no operation can fail: an undefined result is null. {@link
 * SqlConditions} writes the conditions.
 */
final class SqlWriter {
    private static final Facts NO_FACTS = path -> Value.none();
    /** Integers with more digits may not fit in 64 bits. */
    private static final int SAFE_DIGITS = 18;

    private final SqlTextBuilder sql = new SqlTextBuilder();
    private final ColumnResolver columns;
    private final Moment moment;
    private final SqlConditions conditions;

    SqlWriter(ColumnResolver columns, Moment moment) {
        this.columns = columns;
        this.moment = moment;
        this.conditions = new SqlConditions(this, sql);
    }

    SqlFragment write(Node tree) {
        if (tree.type() == Scalar.TEXT) {
            collated(tree);
        } else if (tree.type() == Scalar.INTEGER
                && !(tree instanceof Node.Field)
                && Cost.of(tree).whole() > SAFE_DIGITS) {
            sql.add("CASE WHEN ");
            number(tree);
            sql.add(" BETWEEN ").add(Long.MIN_VALUE + "::numeric AND " + Long.MAX_VALUE + "::numeric THEN ");
            number(tree);
            sql.add(" END");
        } else {
            any(tree);
        }
        return sql.fragment();
    }

    SqlFragment writeFilter(Node tree) {
        conditions.filter(tree);
        return sql.fragment();
    }

    /** Writes the value in its SQL type; for money, the amount. */
    void any(Node node) {
        if (node.type() instanceof ListOf) {
            list(node);
            return;
        }
        switch ((Scalar) node.type()) {
            case TEXT -> text(node);
            case INTEGER, DECIMAL -> number(node);
            case MONEY -> amount(node);
            case BOOLEAN -> conditions.truth(node);
            case DATE -> date(node);
            case DATE_TIME -> instant(node);
            case REFERENCE -> reference(node);
            case NULL -> sql.constant(Scalar.NULL, null);
        }
    }

    /** Writes a text that compares by code point whatever the collation of its operands. */
    void collated(Node node) {
        sql.add("(");
        text(node);
        sql.add(") COLLATE \"C\"");
    }

    void text(Node node) {
        switch (node) {
            case Node constant when constant.isConstant() -> constant(constant);
            case Node.Field field -> sql.column(textColumn(field));
            case Node.Lower(var operand) -> {
                sql.add("(lower((");
                text(operand);
                sql.add(") COLLATE \"pg_c_utf8\") COLLATE \"C\")");
            }
            case Node.Concat(var left, var right) -> {
                sql.add("(");
                collated(left);
                sql.add(" || ");
                text(right);
                sql.add(")");
            }
            case Node.MoneyCurrency(var money) when money instanceof Node.Field -> currency(money);
            case Node.MoneyCurrency(var money) -> {
                sql.add("CASE WHEN ");
                amount(money);
                sql.add(" IS NOT NULL THEN ");
                currency(money);
                sql.add(" END");
            }
            case Node.Conditional conditional -> conditional(conditional, this::collated);
            default -> throw Closures.unexpected(node);
        }
    }

    void number(Node node) {
        switch (node) {
            case Node constant when constant.isConstant() -> constant(constant);
            case Node.Field field -> number(column(field), field);
            case Node.Arithmetic arithmetic when arithmetic.left().type() == Scalar.MONEY -> sameCurrency(arithmetic);
            case Node.Arithmetic arithmetic -> compute(arithmetic, this::number);
            case Node.Negate(var operand) -> {
                sql.add("(- ");
                number(operand);
                sql.add(")");
            }
            case Node.Round(var operand, var digits) -> round(operand, digits, this::number);
            case Node.Size(var operand)
            when operand.type() == Scalar.TEXT -> {
                sql.add("length(");
                text(operand);
                sql.add(")::numeric");
            }
            case Node.Size(var operand) -> {
                sql.add("jsonb_array_length(");
                list(operand);
                sql.add(")::numeric");
            }
            case Node.DaysBetween(var later, var earlier) -> {
                sql.add("(");
                date(later);
                sql.add(" - ");
                date(earlier);
                sql.add(")::numeric");
            }
            case Node.MoneyAmount(var money) -> amount(money);
            case Node.Conditional conditional -> conditional(conditional, this::number);
            default -> throw Closures.unexpected(node);
        }
    }

    void amount(Node node) {
        switch (node) {
            case Node constant when constant.isConstant() -> constant(constant);
            case Node.Field field -> number(money(field).amount(), field);
            case Node.Arithmetic arithmetic when arithmetic.right().type() == Scalar.MONEY -> sameCurrency(arithmetic);
            case Node.Arithmetic arithmetic -> compute(arithmetic, this::any);
            case Node.Negate(var operand) -> {
                sql.add("(- ");
                amount(operand);
                sql.add(")");
            }
            case Node.Round(var operand, var digits) -> round(operand, digits, this::amount);
            case Node.InUsualCurrency(var operand) -> number(operand);
            case Node.Conditional conditional -> conditional(conditional, this::amount);
            default -> throw Closures.unexpected(node);
        }
    }

    /** Writes the currency of money; it is meaningless where the amount is null. */
    void currency(Node node) {
        switch (node) {
            case Node constant
            when constant.isConstant() ->
                sql.constant(
                        Scalar.TEXT,
                        value(constant) instanceof Money money
                                ? money.currency().value()
                                : null);
            case Node.Field field -> sql.column(money(field).currency());
            case Node.Arithmetic arithmetic -> currency(arithmetic.left());
            case Node.Negate(var operand) -> currency(operand);
            case Node.Round(var operand, var _) -> currency(operand);
            case Node.InUsualCurrency _ ->
                sql.constant(Scalar.TEXT, moment.currency().value());
            case Node.Conditional conditional ->
                conditional(conditional, operand -> {
                    sql.add("(");
                    currency(operand);
                    sql.add(") COLLATE \"C\"");
                });
            default -> throw Closures.unexpected(node);
        }
    }

    void date(Node node) {
        switch (node) {
            case Node constant when constant.isConstant() -> constant(constant);
            case Node.Field field
            when plain(field).kind() == SqlKind.UTC_MIDNIGHT ->
                sql.add("(").column(plain(field).sql()).add(" AT TIME ZONE 'UTC')::date");
            case Node.Field field -> column(field, SqlKind.DATE);
            case Node.ShiftDate(var operand, var days) -> {
                sql.add("(");
                date(operand);
                sql.add(" + ").parameter("integer", (long) days).add(")");
            }
            case Node.Conditional conditional -> conditional(conditional, this::date);
            default -> throw Closures.unexpected(node);
        }
    }

    private void instant(Node node) {
        switch (node) {
            case Node constant when constant.isConstant() -> constant(constant);
            case Node.Field field -> column(field, SqlKind.TIMESTAMPTZ);
            case Node.Conditional conditional -> conditional(conditional, this::instant);
            default -> throw Closures.unexpected(node);
        }
    }

    private void reference(Node node) {
        switch (node) {
            case Node constant when constant.isConstant() -> constant(constant);
            case Node.Field field -> column(field, SqlKind.UUID);
            case Node.Conditional conditional -> conditional(conditional, this::reference);
            default -> throw Closures.unexpected(node);
        }
    }

    void list(Node node) {
        switch (node) {
            case Node.Field field -> column(field, SqlKind.JSON_LIST);
            default -> throw Closures.unexpected(node);
        }
    }

    void conditional(Node.Conditional node, Consumer<Node> write) {
        sql.add("CASE WHEN ");
        conditions.truth(node.test());
        sql.add(" THEN ");
        write.accept(node.yes());
        sql.add(" ELSE ");
        write.accept(node.no());
        sql.add(" END");
    }

    /** Writes {@code CASE WHEN currencies are equal THEN}; the caller writes the rest and {@code END}. */
    void whenSameCurrency(Node left, Node right) {
        sql.add("CASE WHEN (");
        currency(left);
        sql.add(") COLLATE \"C\" = ");
        currency(right);
        sql.add(" THEN ");
    }

    private void sameCurrency(Node.Arithmetic node) {
        whenSameCurrency(node.left(), node.right());
        compute(node, this::amount);
        sql.add(" END");
    }

    /**
     * A quotient is truncated exactly after eleven digits and then rounded half up to ten, so no digit is rounded
     * twice.
     */
    private void compute(Node.Arithmetic node, Consumer<Node> write) {
        switch (node.operator()) {
            case ADD -> binary("(", node.left(), " + ", node.right(), ")", write);
            case SUBTRACT -> binary("(", node.left(), " - ", node.right(), ")", write);
            case MULTIPLY -> binary("(", node.left(), " * ", node.right(), ")", write);
            case DIVIDE ->
                binary(
                        "round(div(",
                        node.left(),
                        " * 100000000000, nullif(",
                        node.right(),
                        ", 0)) * 0.00000000001, " + Limits.QUOTIENT_SCALE + ")",
                        write);
            case REMAINDER -> binary("mod(", node.left(), ", nullif(", node.right(), ", 0))", write);
        }
    }

    private void binary(String open, Node left, String middle, Node right, String close, Consumer<Node> write) {
        sql.add(open);
        write.accept(left);
        sql.add(middle);
        write.accept(right);
        sql.add(close);
    }

    private void round(Node operand, int digits, Consumer<Node> write) {
        sql.add("round(");
        write.accept(operand);
        sql.add(", " + digits + ")");
    }

    private void constant(Node node) {
        sql.constant(node.type(), value(node));
    }

    /** Returns the value of a tree without fields at this moment. */
    @Nullable
    Object value(Node constant) {
        return Closures.any(constant).run(NO_FACTS, moment);
    }

    private void number(Column column, Node.Field field) {
        switch (column) {
            case Column.Scaled(var text, var scale) ->
                sql.add("(")
                        .column(text)
                        .add("::numeric * ")
                        .add(BigDecimal.ONE.movePointLeft(scale).toPlainString())
                        .add(")");
            case Column.Plain(var text, var kind) when kind == SqlKind.NUMERIC -> sql.column(text);
            case Column.Plain(var text, var kind)
            when kind == SqlKind.INTEGER -> sql.column(text).add("::numeric");
            default -> throw unsuited(field, column);
        }
    }

    /** Returns the column that holds an operand by itself, so that an index on it can be used. */
    Optional<Column> columnOf(Node node) {
        return switch (node) {
            case Node.Field field when field.type() != Scalar.MONEY -> Optional.of(column(field));
            case Node.MoneyAmount(Node.Field field) -> Optional.of(money(field).amount());
            default -> Optional.empty();
        };
    }

    Column column(Node.Field field) {
        return columns.column(field.path());
    }

    private Column.Amount money(Node.Field field) {
        return kept(field, Column.Amount.class);
    }

    private Column.Plain plain(Node.Field field) {
        return kept(field, Column.Plain.class);
    }

    private <C extends Column> C kept(Node.Field field, Class<C> way) {
        Column column = column(field);
        if (!way.isInstance(column)) {
            throw unsuited(field, column);
        }
        return way.cast(column);
    }

    private String textColumn(Node.Field field) {
        return switch (column(field)) {
            case Column.Folded folded -> folded.sql();
            case Column.Plain(var text, var kind) when kind == SqlKind.TEXT -> text;
            default -> throw unsuited(field, column(field));
        };
    }

    /** Writes a column whose SQL type is already the one the language needs. */
    void column(Node.Field field, SqlKind kind) {
        Column.Plain plain = plain(field);
        if (plain.kind() != kind) {
            throw unsuited(field, plain);
        }
        sql.column(plain.sql());
    }

    private static IllegalArgumentException unsuited(Node.Field field, Column column) {
        return new IllegalArgumentException(
                "The field " + field.path() + " of type " + field.type().label() + " cannot be read from " + column);
    }
}

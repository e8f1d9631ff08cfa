package io.qudao.ui.component.record;

import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds filter expressions for lists. */
public final class RecordFilter {
    private RecordFilter() {}

    /** Where the name of an object's records is: its name field, or the name of the record that this refers to. */
    public static String nameOf(ObjectType type, ReleaseView release) {
        return type.field(type.nameField())
                .map(Field::target)
                .flatMap(release::object)
                .map(target -> type.nameField() + "." + target.nameField())
                .orElse(type.nameField());
    }

    /**
     * Records whose name has this text in it, in either case; null for all where nothing is typed.
     *
     * @param nameField as {@link #nameOf} says
     */
    public static @Nullable String named(String typed, String nameField) {
        return typed.isBlank()
                ? null
                : "contains(lower(" + nameField + "), " + quoted(typed.strip().toLowerCase(Locale.ROOT)) + ")";
    }

    /** Returns the conjunction of all non-null conditions. */
    public static @Nullable String all(@Nullable String... conditions) {
        StringBuilder whole = new StringBuilder();
        for (var condition : conditions) {
            if (condition != null && !condition.isBlank()) {
                whole.append(whole.isEmpty() ? "" : " && ")
                        .append('(')
                        .append(condition.strip())
                        .append(')');
            }
        }
        return whole.isEmpty() ? null : whole.toString();
    }

    /** Returns a value as a constant of an expression. */
    public static String literal(Value value) {
        return switch (value) {
            case Value.Null _ -> "null";
            case Value.Text(var text) -> quoted(text);
            case Value.Int(var number) -> String.valueOf(number);
            case Value.Decimal(var number) -> number.toPlainString();
            case Value.Amount(var money) -> money(money);
            case Value.Bool(var yes) -> String.valueOf(yes);
            case Value.Date(var date) -> "date('" + date + "')";
            case Value.DateTime(var at) -> "timestamp('" + at + "')";
            case Value.Ref(var id) -> quoted(id.toString());
            case Value.Items _, Value.Fields _ -> throw new IllegalArgumentException("No constant: " + value);
        };
    }

    private static String money(Money money) {
        var constant = "money(" + money.amount().abs().toPlainString() + ", '"
                + money.currency().value() + "')";
        return money.signum() < 0 ? "-" + constant : constant;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

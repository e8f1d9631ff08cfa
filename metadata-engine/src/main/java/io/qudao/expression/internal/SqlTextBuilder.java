package io.qudao.expression.internal;

import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.SqlFragment;
import io.qudao.kernel.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An SQL text being built. Each constant becomes a bind parameter where it is written. */
final class SqlTextBuilder {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    SqlTextBuilder add(String part) {
        text.append(part);
        return this;
    }

    /** Appends a column, in brackets because it may be any expression. */
    SqlTextBuilder column(String sql) {
        text.append('(').append(sql).append(')');
        return this;
    }

    /** Appends a constant of one of the language's types. */
    SqlTextBuilder constant(FieldType type, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            return add(truth ? "TRUE" : "FALSE");
        }
        return parameter(typeName((Scalar) type), value);
    }

    SqlTextBuilder parameter(String typeName, @Nullable Object value) {
        if (value == null) {
            return add("NULL::").add(typeName);
        }
        parameters.add(
                switch (value) {
                    case Money money -> money.amount();
                    case Instant instant -> instant.atOffset(ZoneOffset.UTC);
                    default -> value;
                });
        return add("?::").add(typeName);
    }

    SqlFragment fragment() {
        return new SqlFragment(text.toString(), parameters);
    }

    static String typeName(Scalar type) {
        return switch (type) {
            case TEXT, NULL -> "text";
            case INTEGER, DECIMAL, MONEY -> "numeric";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case DATE_TIME -> "timestamptz";
            case REFERENCE -> "uuid";
        };
    }
}

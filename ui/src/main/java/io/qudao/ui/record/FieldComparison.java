package io.qudao.ui.record;

import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.RecordFilter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How a list can be filtered by a field without writing an expression. */
enum FieldComparison {
    CONTAINS,
    IS,
    IS_NOT,
    AT_LEAST,
    AT_MOST,
    EMPTY,
    FILLED;

    /** Returns those that make sense for a type, the most usual first. */
    static List<FieldComparison> of(DataType type) {
        return switch (type) {
            case TEXT -> List.of(CONTAINS, IS, IS_NOT, EMPTY, FILLED);
            case PICKLIST, LOOKUP -> List.of(IS, IS_NOT, EMPTY, FILLED);
            case BOOLEAN -> List.of(IS, EMPTY, FILLED);
            case INTEGER, DECIMAL, MONEY, DATE -> List.of(AT_LEAST, AT_MOST, IS, EMPTY, FILLED);
            case DATE_TIME -> List.of(AT_LEAST, AT_MOST, EMPTY, FILLED);
        };
    }

    boolean hasValue() {
        return this != EMPTY && this != FILLED;
    }

    /** Returns its name in words, which for points in time are others than for numbers. */
    String text(DataType type) {
        boolean timed = type == DataType.DATE || type == DataType.DATE_TIME;
        var name = name().toLowerCase(Locale.ROOT);
        return switch (this) {
            case AT_LEAST, AT_MOST -> Texts.of("records.comparison." + name + (timed ? ".time" : ""));
            case CONTAINS, IS, IS_NOT, EMPTY, FILLED -> Texts.of("records.comparison." + name);
        };
    }

    /** Returns the expression that is true of the records with such a value in the field. */
    String condition(String field, Value value) {
        return switch (this) {
            case CONTAINS ->
                value instanceof Value.Text(var text)
                        ? Objects.requireNonNullElse(RecordFilter.named(text, field), "true")
                        : "true";
            case IS -> field + " == " + RecordFilter.literal(value);
            // What is empty is not the value either, which an expression leaves open.
            case IS_NOT -> field + " == null || " + field + " != " + RecordFilter.literal(value);
            case AT_LEAST -> field + " >= " + RecordFilter.literal(value);
            case AT_MOST -> field + " <= " + RecordFilter.literal(value);
            case EMPTY -> field + " == null";
            case FILLED -> field + " != null";
        };
    }
}

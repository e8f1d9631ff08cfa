package io.qudao.metadata;

import com.fasterxml.jackson.annotation.JsonValue;
import io.qudao.expression.FieldType.Scalar;
import java.util.Locale;

/** The type of a field. */
public enum DataType {
    TEXT,
    /** A whole number of 64 bits. */
    INTEGER,
    /** An exact decimal of the field's precision and scale. */
    DECIMAL,
    BOOLEAN,
    DATE,
    /** An instant, kept in UTC. */
    DATE_TIME,
    /** One of the field's options. */
    PICKLIST,
    /** The id of a record of the target object. */
    LOOKUP,
    /** An amount and its currency. */
    MONEY;

    /** What an expression takes a field of this type for. */
    public Scalar scalar() {
        return switch (this) {
            case TEXT, PICKLIST -> Scalar.TEXT;
            case INTEGER -> Scalar.INTEGER;
            case DECIMAL -> Scalar.DECIMAL;
            case BOOLEAN -> Scalar.BOOLEAN;
            case DATE -> Scalar.DATE;
            case DATE_TIME -> Scalar.DATE_TIME;
            case LOOKUP -> Scalar.REFERENCE;
            case MONEY -> Scalar.MONEY;
        };
    }

    /** The name in components, such as {@code date_time}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

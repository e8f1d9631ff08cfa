package io.qudao.metadata;

import com.fasterxml.jackson.annotation.JsonValue;
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

    /** The name in components, such as {@code date_time}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

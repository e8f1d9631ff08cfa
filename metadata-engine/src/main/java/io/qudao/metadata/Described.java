package io.qudao.metadata;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** A field to describe in a JSON Schema, with the reader's locale. */
record Described(Field field, boolean nullable, Locale locale) {
    /** Writes the type, and null as an alternative if the field may be empty. */
    ObjectNode type(ObjectNode schema, String... types) {
        if (nullable || types.length > 1) {
            var all = schema.putArray("type");
            for (String type : types) {
                all.add(type);
            }
            if (nullable) {
                all.add("null");
            }
        } else {
            schema.put("type", types[0]);
        }
        return schema;
    }

    /** Describes an exact number as text. */
    ObjectNode exact(ObjectNode schema) {
        String fraction = field.scale() == 0 ? "" : "(\\.[0-9]{1," + field.scale() + "})?";
        return schema.put("pattern", "^-?[0-9]+" + fraction + "$").put("format", "decimal");
    }

    static String example(Field field, BigDecimal number) {
        return number.setScale(field.scale()).toPlainString();
    }
}

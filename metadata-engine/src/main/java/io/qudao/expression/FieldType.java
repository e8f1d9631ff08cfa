package io.qudao.expression;

import java.util.EnumSet;
import java.util.Locale;

/** The type of a field as expressions see it. */
public sealed interface FieldType {
    /** Returns the name of the type for messages. */
    String label();

    enum Scalar implements FieldType {
        TEXT,
        /** A whole number of 64 bits. */
        INTEGER,
        /** An exact decimal. */
        DECIMAL,
        MONEY,
        BOOLEAN,
        DATE,
        /** An instant, to the microsecond. */
        DATE_TIME,
        /** The id of a record; can be compared with a text that is a UUID. */
        REFERENCE,
        /** The type of {@code null} itself; no field has it. */
        NULL;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A list of non-null values, such as a multi-picklist. */
    record ListOf(Scalar element) implements FieldType {
        public ListOf {
            if (!EnumSet.of(Scalar.TEXT, Scalar.INTEGER, Scalar.DECIMAL, Scalar.DATE, Scalar.REFERENCE)
                    .contains(element)) {
                throw new IllegalArgumentException("No lists of " + element.label());
            }
        }

        @Override
        public String label() {
            return "list of " + element.label();
        }
    }

    /** A look-up: a reference that also gives access to the fields of the record it points to. */
    record ReferenceTo(Schema target) implements FieldType {
        @Override
        public String label() {
            return Scalar.REFERENCE.label();
        }
    }

    /** A group of fields that is not itself a value, such as {@code old} or {@code member}. */
    record RecordOf(Schema schema) implements FieldType {
        @Override
        public String label() {
            return "record";
        }
    }
}

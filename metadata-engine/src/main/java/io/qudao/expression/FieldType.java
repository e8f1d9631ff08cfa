package io.qudao.expression;

import java.util.EnumSet;
import java.util.Locale;

/** The type of a field as expressions see it. */
public sealed interface FieldType {
    /** The name of the type in messages. */
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
        /** The id of a record; compares with texts that are a UUID. */
        REFERENCE,
        /** The type of {@code null} alone; no field has it. */
        NULL;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Several values without null, such as a multi-picklist. */
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

    /** A look-up: a reference by itself, and the way to the fields of the record it names. */
    record ReferenceTo(Schema target) implements FieldType {
        @Override
        public String label() {
            return Scalar.REFERENCE.label();
        }
    }

    /** A group of fields that is no value by itself, such as {@code old} or {@code member}. */
    record RecordOf(Schema schema) implements FieldType {
        @Override
        public String label() {
            return "record";
        }
    }
}

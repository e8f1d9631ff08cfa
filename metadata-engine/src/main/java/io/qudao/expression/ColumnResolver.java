package io.qudao.expression;

/** Where the fields of a schema are kept. */
@FunctionalInterface
public interface ColumnResolver {
    /** The column of a field that the expression uses; its kind suits the field's type. */
    Column column(FieldPath path);
}

package io.qudao.expression;

/** Maps the fields of a schema to SQL columns. */
@FunctionalInterface
public interface ColumnResolver {
    /** Returns the column of a field used by the expression. Its kind fits the field's type. */
    Column column(FieldPath path);
}

package io.qudao.expression;

import io.qudao.kernel.Value;

/** The values of one record as expressions read them. */
@FunctionalInterface
public interface Facts {
    /** Returns the value of a field in the type given by the schema, or {@link Value.Null}. */
    Value value(FieldPath path);
}

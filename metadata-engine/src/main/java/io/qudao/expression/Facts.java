package io.qudao.expression;

import io.qudao.kernel.Value;

/** One record's values as an expression reads them. */
@FunctionalInterface
public interface Facts {
    /** The value of a field, of the type that the schema gave it, or {@link Value.Null}. */
    Value value(FieldPath path);
}

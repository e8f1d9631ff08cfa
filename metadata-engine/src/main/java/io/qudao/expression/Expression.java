package io.qudao.expression;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Value;
import java.util.Map;
import java.util.Set;

/** A checked expression, immutable and safe to share between threads. Evaluation never fails on a value of a field. */
@ByModules
public interface Expression {
    /** The text as it was written. */
    String source();

    /** The type of the result; {@code NULL} if the result is always null. */
    FieldType.Scalar type();

    /** Every field that is used: the edges of where-used. */
    Set<FieldPath> fields();

    /** The constant texts that each field is compared with for equality: what can be checked of options. */
    Map<FieldPath, Set<String>> comparedTexts();

    /** What the expression results in where that is a constant, whichever way its conditions take; at most a few. */
    Set<Value> constantResults();

    /** SHA-256 in hex of the meaning: equal for sources that differ only in white space and comments. */
    String hash();

    /**
     * The result for one record. A decimal result has no trailing zeros; an integer result beyond 64 bits is null.
     *
     * @param moment what {@code now()} and {@code today()} are
     */
    Value evaluate(Facts facts, Moment moment);

    /** The truth of a condition for one record; only for an expression of type {@code BOOLEAN}. */
    Truth test(Facts facts, Moment moment);

    /**
     * The same expression in PostgreSQL, all constants as bind parameters: boolean, text (collated "C"), numeric, date,
     * timestamptz or uuid; a money result gives its amount.
     */
    SqlFragment sql(ColumnResolver columns, Moment moment);

    /**
     * A condition in PostgreSQL to find records by: true just where {@link #sql} is, but where that is false or unknown it
     * may be either. Indexes serve it in more cases.
     */
    SqlFragment filter(ColumnResolver columns, Moment moment);
}

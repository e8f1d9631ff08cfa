package io.qudao.expression;

import io.qudao.kernel.ByModules;
import io.qudao.kernel.Value;
import java.util.Map;
import java.util.Set;

/** A checked expression, immutable and thread-safe. Evaluation never fails, whatever the values of the fields. */
@ByModules
public interface Expression {
    /** Returns the source text as written. */
    String source();

    /** Returns the result type; {@code NULL} if the result is always null. */
    FieldType.Scalar type();

    /** Returns all fields the expression uses, from which the where-used graph is built. */
    Set<FieldPath> fields();

    /**
     * Returns, by field, the constant texts it is compared with for equality, so that they can be checked against
     * picklist options.
     */
    Map<FieldPath, Set<String>> comparedTexts();

    /** Returns the constants the expression can result in, over all branches of its conditions. */
    Set<Value> constantResults();

    /** Returns the SHA-256 in hex of the meaning: equal for sources that differ only in white space and comments. */
    String hash();

    /**
     * Returns the result for one record. A decimal result has no trailing zeros; an integer result beyond 64 bits is
     * null.
     *
     * @param moment supplies {@code now()}, {@code today()} and the usual currency
     */
    Value evaluate(Facts facts, Moment moment);

    /** Returns the truth of a condition for one record; only for an expression of type {@code BOOLEAN}. */
    Truth test(Facts facts, Moment moment);

    /**
     * Returns the same expression as PostgreSQL SQL with all constants as bind parameters. The result is boolean, text
     * (collated "C"), numeric, date, timestamptz or uuid; for money it is the amount.
     */
    SqlFragment sql(ColumnResolver columns, Moment moment);

    /**
     * Returns a PostgreSQL condition for finding records. It is true exactly where {@link #sql} is true; where that is
     * false or unknown, it may be either. It can use indexes in more cases than {@link #sql}.
     */
    SqlFragment filter(ColumnResolver columns, Moment moment);
}

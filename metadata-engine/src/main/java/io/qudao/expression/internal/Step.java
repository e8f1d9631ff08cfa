package io.qudao.expression.internal;

import io.qudao.expression.Facts;
import io.qudao.expression.Moment;
import org.jspecify.annotations.Nullable;

/** One compiled step of an expression. Null stands for SQL's null and, in a condition, for unknown. */
@FunctionalInterface
interface Step<T> {
    @Nullable
    T run(Facts facts, Moment moment);

    /** A step that is null if its operand is. */
    interface Unary<A, T> {
        @Nullable
        T apply(A value);
    }

    /** A step that is null if one of its operands is. */
    interface Binary<A, B, T> {
        @Nullable
        T apply(A left, B right);
    }

    static <A, T> Step<T> unary(Step<A> operand, Unary<A, T> operation) {
        return (facts, moment) -> {
            A value = operand.run(facts, moment);
            return value == null ? null : operation.apply(value);
        };
    }

    static <A, B, T> Step<T> binary(Step<A> left, Step<B> right, Binary<A, B, T> operation) {
        return (facts, moment) -> {
            A first = left.run(facts, moment);
            if (first == null) {
                return null;
            }
            B second = right.run(facts, moment);
            return second == null ? null : operation.apply(first, second);
        };
    }
}

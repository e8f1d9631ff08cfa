package io.qudao.expression;

import io.qudao.expression.FieldType.Scalar;
import java.util.EnumSet;
import java.util.Set;

/** The result types allowed where an expression is used. Where decimals are allowed, integers are too. */
public record ExpectedType(Set<Scalar> scalars) {
    public static final ExpectedType ANY = new ExpectedType(EnumSet.allOf(Scalar.class));
    /** A condition. */
    public static final ExpectedType BOOLEAN = of(Scalar.BOOLEAN);

    public ExpectedType {
        scalars = Set.copyOf(scalars);
    }

    public static ExpectedType of(Scalar first, Scalar... more) {
        return new ExpectedType(EnumSet.of(first, more));
    }

    public boolean accepts(FieldType type) {
        return type instanceof Scalar scalar
                && (scalars.contains(scalar) || (scalar == Scalar.INTEGER && scalars.contains(Scalar.DECIMAL)));
    }
}

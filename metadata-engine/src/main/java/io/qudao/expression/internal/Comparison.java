package io.qudao.expression.internal;

import java.util.Arrays;

enum Comparison {
    EQ("=="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    static Comparison of(String symbol) {
        return Arrays.stream(values())
                .filter(value -> value.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    boolean isEquality() {
        return this == EQ || this == NE;
    }

    /** Whether it holds for the result of {@code left.compareTo(right)}. */
    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    /** Returns the same relation with its sides exchanged. */
    Comparison flipped() {
        return switch (this) {
            case EQ, NE -> this;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }

    String sql() {
        return switch (this) {
            case EQ -> "=";
            case NE -> "<>";
            case LT, LE, GT, GE -> symbol;
        };
    }
}

package io.qudao.expression.internal;

/** The cost bound: what a source may be at most. Checked at save, so that evaluation needs no meter. */
final class Limits {
    static final int CHARACTERS = 10_000;
    static final int TOKENS = 1_000;
    /** Nested brackets, conditions and signs. */
    static final int NESTING = 100;
    /** Operations in the JVM and pieces of SQL. */
    static final int WEIGHT = 1_000;
    /** Names in a path: three references away, and a group before. */
    static final int PATH = 5;
    /** Digits that any number on the way could have; PostgreSQL's numeric takes far more, so it never overflows. */
    static final int DIGITS = 1_000;
    /** Days that a date may move; dates of the years 1 to 9999 then stay where PostgreSQL's calendar has them. */
    static final int DAYS = 1_000_000;
    /** CommonProblem reported at once. */
    static final int PROBLEMS = 20;

    /** Digits of an integer field, of a decimal's whole part and after its point. */
    static final int INTEGER_DIGITS = 19;

    static final int WHOLE_DIGITS = 38;
    static final int FRACTION_DIGITS = 20;
    /** Digits after the point of a quotient, rounded half up. */
    static final int QUOTIENT_SCALE = 10;

    private Limits() {}
}

package io.qudao.expression.internal;

/** The limits of a source. They are checked when it is saved, so evaluation needs no metering. */
final class Limits {
    static final int CHARACTERS = 10_000;
    static final int TOKENS = 1_000;
    /** Nested brackets, conditions and signs. */
    static final int NESTING = 100;
    /** Operations in the JVM or parts of SQL. */
    static final int WEIGHT = 1_000;
    /** References that a path goes through before its last name. */
    static final int REFERENCES = 3;
    /** Names in a path: three references away, a part of money, and a group before. */
    static final int PATH = 6;
    /** Digits of any intermediate result. PostgreSQL's numeric allows far more, so it never overflows. */
    static final int DIGITS = 1_000;
    /** Days a date may be moved. Dates of the years 1 to 9999 then stay within PostgreSQL's range. */
    static final int DAYS = 1_000_000;
    /** Most errors reported together. */
    static final int PROBLEMS = 20;

    /** Digits of an integer field, and of each side of the point of a decimal. */
    static final int INTEGER_DIGITS = 19;

    static final int WHOLE_DIGITS = 38;
    static final int FRACTION_DIGITS = 20;
    /** Digits after the point of a quotient, which is rounded half up. */
    static final int QUOTIENT_SCALE = 10;

    private Limits() {}
}

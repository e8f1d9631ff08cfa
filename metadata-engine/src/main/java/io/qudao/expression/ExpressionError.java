package io.qudao.expression;

import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One thing wrong in a source.
 *
 * @param line counted from 1
 * @param column counted from 1 in characters (code points)
 * @param arguments texts for the message {@code violation.expression.<reason>}, where {0} is the line, {1} the column
 *     and these follow
 */
public record ExpressionError(int line, int column, Reason reason, List<String> arguments) {
    public ExpressionError {
        arguments = List.copyOf(arguments);
    }

    /** The problem as a violation of the field of a form or document that holds the source. */
    public Violation violation(String field) {
        return Violation.of(
                field,
                reason.code(),
                Stream.concat(Stream.of(line, column), arguments.stream()).toArray());
    }

    /** What is wrong; the comment names the arguments. */
    public enum Reason {
        /** Limit of characters. */
        TOO_LONG,
        /** Limit of nested brackets and conditions. */
        TOO_DEEP,
        /** Limit of operations. */
        TOO_COMPLEX,
        /** Limit of digits that a result could have. */
        TOO_MANY_DIGITS,
        /** Limit of days that a date could be moved. */
        TOO_MANY_DAYS,
        /** Nothing but white space. */
        EMPTY,
        /** A value is missing at the end. */
        INCOMPLETE,
        /** What was found where a value must stand. */
        VALUE_EXPECTED,
        /** What was found behind a complete value. */
        UNEXPECTED,
        /** What closes or goes on at this place. */
        CLOSING_EXPECTED,
        /** What was written; what to write instead. */
        WRITE_INSTEAD,
        /** A text without its closing quote or with an unknown escape. */
        OPEN_TEXT,
        /** A text with a character that cannot be stored. */
        BAD_CHARACTER,
        /** Name. */
        UNKNOWN_FIELD,
        /** Name; the closest name there is. */
        MISSPELT_FIELD,
        /** Name; its type, which has no fields of its own. */
        NO_FIELDS,
        /** Limit of names in a path. */
        LONG_PATH,
        /** Name of a group of fields, which is no value. */
        NOT_A_VALUE,
        /** Name; all functions. */
        UNKNOWN_FUNCTION,
        /** Function; how it is written. */
        WRONG_ARGUMENTS,
        /** Function or operator; expected type; type found. */
        WRONG_TYPE,
        /** Operator; type on the left; type on the right. */
        INCOMPATIBLE,
        /** Operator or function, which does not take null. */
        NULL_OPERAND,
        /** What must be written as a constant. */
        CONSTANT_EXPECTED,
        /** What was written; an example of what it should be. */
        BAD_CONSTANT,
        /** A list stands elsewhere than right of in. */
        LIST_ELSEWHERE,
        /** Type expected of the whole; type found. */
        WRONG_RESULT;

        /** Such as {@code expression.unknown_field}. */
        public String code() {
            return "expression." + name().toLowerCase(Locale.ROOT);
        }
    }
}

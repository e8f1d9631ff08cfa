package io.qudao.expression;

import io.qudao.kernel.Violation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One error in a source.
 *
 * @param line counted from 1
 * @param column counted from 1 in characters (code points)
 * @param arguments texts for the message {@code violation.expression.<reason>}, numbered from {2}; {0} is the line and
 *     {1} the column
 */
public record ExpressionError(int line, int column, Reason reason, List<String> arguments) {
    public ExpressionError {
        arguments = List.copyOf(arguments);
    }

    /** Returns the error as a violation of the form or document field that holds the source. */
    public Violation violation(String field) {
        return Violation.of(
                field,
                reason.code(),
                Stream.concat(Stream.of(line, column), arguments.stream()).toArray());
    }

    /** The kind of error; each comment lists its arguments. */
    public enum Reason {
        /** Maximum number of characters. */
        TOO_LONG,
        /** Maximum nesting of brackets and conditions. */
        TOO_DEEP,
        /** Maximum number of operations. */
        TOO_COMPLEX,
        /** Maximum number of digits a result could have. */
        TOO_MANY_DIGITS,
        /** Maximum number of days a date could be moved. */
        TOO_MANY_DAYS,
        /** Nothing but white space. */
        EMPTY,
        /** A value is missing at the end. */
        INCOMPLETE,
        /** The text found where a value is required. */
        VALUE_EXPECTED,
        /** The text found after a complete value. */
        UNEXPECTED,
        /** The text that would close or continue the expression here. */
        CLOSING_EXPECTED,
        /** The text found; the text to write instead. */
        WRITE_INSTEAD,
        /** A string without its closing quote or with an unknown escape. */
        OPEN_TEXT,
        /** A string with a character that cannot be stored. */
        BAD_CHARACTER,
        /** Field name. */
        UNKNOWN_FIELD,
        /** Field name; the closest existing name. */
        MISSPELT_FIELD,
        /** Field name; its type, which has no fields of its own. */
        NO_FIELDS,
        /** Maximum number of references that a path goes through. */
        LONG_PATH,
        /** Name of a group of fields, which is not a value. */
        NOT_A_VALUE,
        /** Function name; all functions. */
        UNKNOWN_FUNCTION,
        /** Function; its usage. */
        WRONG_ARGUMENTS,
        /** Function or operator; expected type; type found. */
        WRONG_TYPE,
        /** Operator; type on the left; type on the right. */
        INCOMPATIBLE,
        /** Operator or function that does not accept null. */
        NULL_OPERAND,
        /** The part that must be a constant. */
        CONSTANT_EXPECTED,
        /** The text found; an example of a valid constant. */
        BAD_CONSTANT,
        /** A list used anywhere but to the right of {@code in}. */
        LIST_ELSEWHERE,
        /** Type expected of the whole expression; type found. */
        WRONG_RESULT;

        /** Returns the violation code, such as {@code expression.unknown_field}. */
        public String code() {
            return "expression." + name().toLowerCase(Locale.ROOT);
        }
    }
}

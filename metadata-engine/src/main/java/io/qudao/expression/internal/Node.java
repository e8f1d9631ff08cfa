package io.qudao.expression.internal;

import io.qudao.expression.FieldPath;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.Scalar;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The typed tree that the checker builds and both back ends read. The checker guarantees the operand types. */
sealed interface Node {
    FieldType type();

    List<Node> children();

    /** Whether it contains no field, so that its value is known when the SQL is written. */
    default boolean isConstant() {
        if (this instanceof Field) {
            return false;
        }
        // No stream here: its frames would use up most of the stack on a deep tree.
        for (Node child : children()) {
            if (!child.isConstant()) {
                return false;
            }
        }
        return true;
    }

    default boolean isNull() {
        return type() == Scalar.NULL;
    }

    sealed interface Leaf extends Node {
        @Override
        default List<Node> children() {
            return List.of();
        }
    }

    sealed interface Predicate extends Node {
        @Override
        default FieldType type() {
            return Scalar.BOOLEAN;
        }
    }

    /** A value in the form used by the JVM back end: String, BigDecimal, Money, Boolean, LocalDate, Instant, UUID. */
    record Literal(FieldType type, @Nullable Object value) implements Leaf {}

    record Field(FieldPath path, FieldType type) implements Leaf {}

    /** {@code today()} for type DATE, {@code now()} for type DATE_TIME. */
    record Clock(Scalar type) implements Leaf {}

    record Not(Node operand) implements Predicate {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    record Logic(boolean and, Node left, Node right) implements Predicate {
        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    record IsNull(Node operand) implements Predicate {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    /** Both sides have the same type or are both numbers. */
    record Compare(Comparison operator, Node left, Node right) implements Predicate {
        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    record In(Node left, List<Node> elements) implements Predicate {
        @Override
        public List<Node> children() {
            return Stream.concat(Stream.of(left), elements.stream()).toList();
        }
    }

    /** {@code left in list}, where the list is a field. */
    record Listed(Node left, Node list) implements Predicate {
        @Override
        public List<Node> children() {
            return List.of(left, list);
        }
    }

    record TextTest(Test test, Node text, Node part) implements Predicate {
        enum Test {
            CONTAINS,
            STARTS_WITH,
            ENDS_WITH
        }

        @Override
        public List<Node> children() {
            return List.of(text, part);
        }
    }

    record Lower(Node text) implements Node {
        @Override
        public FieldType type() {
            return Scalar.TEXT;
        }

        @Override
        public List<Node> children() {
            return List.of(text);
        }
    }

    record Concat(Node left, Node right) implements Node {
        @Override
        public FieldType type() {
            return Scalar.TEXT;
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    /** The number of characters of a text or of elements of a list. */
    record Size(Node operand) implements Node {
        @Override
        public FieldType type() {
            return Scalar.INTEGER;
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    /** Arithmetic on numbers and money. Money stands to the left of * and /; the ratio of two amounts is a decimal. */
    record Arithmetic(Operator operator, Scalar type, Node left, Node right) implements Node {
        enum Operator {
            ADD,
            SUBTRACT,
            MULTIPLY,
            DIVIDE,
            REMAINDER
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    record Negate(Node operand) implements Node {
        @Override
        public FieldType type() {
            return operand.type();
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    record ShiftDate(Node date, int days) implements Node {
        @Override
        public FieldType type() {
            return Scalar.DATE;
        }

        @Override
        public List<Node> children() {
            return List.of(date);
        }
    }

    record DaysBetween(Node later, Node earlier) implements Node {
        @Override
        public FieldType type() {
            return Scalar.INTEGER;
        }

        @Override
        public List<Node> children() {
            return List.of(later, earlier);
        }
    }

    record MoneyAmount(Node money) implements Node {
        @Override
        public FieldType type() {
            return Scalar.DECIMAL;
        }

        @Override
        public List<Node> children() {
            return List.of(money);
        }
    }

    /** A number converted to money in the usual currency of the evaluation. */
    record InUsualCurrency(Node number) implements Node {
        @Override
        public FieldType type() {
            return Scalar.MONEY;
        }

        @Override
        public List<Node> children() {
            return List.of(number);
        }
    }

    /** A number or money, rounded half up. */
    record Round(Node operand, int digits) implements Node {
        @Override
        public FieldType type() {
            return operand.type();
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    record MoneyCurrency(Node money) implements Node {
        @Override
        public FieldType type() {
            return Scalar.TEXT;
        }

        @Override
        public List<Node> children() {
            return List.of(money);
        }
    }

    record Conditional(FieldType type, Node test, Node yes, Node no) implements Node {
        @Override
        public List<Node> children() {
            return List.of(test, yes, no);
        }
    }
}

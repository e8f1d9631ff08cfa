package io.qudao.expression.internal;

import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.ListOf;
import io.qudao.expression.FieldType.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Defines which types each operator accepts and what it yields. */
final class Operators {
    private final Report report;
    private final Literals literals;

    Operators(Report report, Literals literals) {
        this.report = report;
        this.literals = literals;
    }

    Optional<Node> unary(Token operator, Node operand) {
        if (operator.getType() == ExpressionLexer.NOT) {
            return truth(operator, operand).map(Node.Not::new);
        }
        if (operand instanceof Node.Literal(var type, BigDecimal number)) {
            return Optional.of(new Node.Literal(type, number.negate()));
        }
        return isNumber(operand) || operand.type() == Scalar.MONEY
                ? Optional.of(new Node.Negate(operand))
                : wrong(operator, Scalar.DECIMAL, operand);
    }

    Optional<Node> logic(Token operator, Node left, Node right) {
        Optional<Node> first = truth(operator, left);
        Optional<Node> second = truth(operator, right);
        boolean and = operator.getType() == ExpressionLexer.AND;
        return first.flatMap(a -> second.map(b -> new Node.Logic(and, a, b)));
    }

    Optional<Node> comparison(Token operator, Node left, Node right) {
        Comparison comparison = Comparison.of(operator.getText());
        if (left.isNull() || right.isNull()) {
            if (!comparison.isEquality()) {
                report.add(operator, Reason.NULL_OPERAND, operator.getText());
                return Optional.empty();
            }
            Node test = new Node.IsNull(left.isNull() ? right : left);
            return Optional.of(comparison == Comparison.EQ ? test : new Node.Not(test));
        }
        return comparable(operator, left, right)
                .filter(pair -> comparison.isEquality() || isOrdered(pair.left) || incompatible(operator, left, right))
                .map(pair -> new Node.Compare(comparison, pair.left, pair.right));
    }

    Optional<Node> in(Token operator, Node left, List<Node> elements) {
        if (left.isNull()) {
            report.add(operator, Reason.NULL_OPERAND, operator.getText());
            return Optional.empty();
        }
        if (Checker.isList(left)) {
            return wrong(operator, Scalar.TEXT, left);
        }
        List<Node> fitting = new ArrayList<>();
        for (Node element : elements) {
            if (element.isNull()) {
                report.add(operator, Reason.NULL_OPERAND, operator.getText());
            } else {
                comparable(operator, left, element).ifPresent(pair -> fitting.add(pair.right));
            }
        }
        return fitting.size() == elements.size() ? Optional.of(membership(left, fitting)) : Optional.empty();
    }

    /**
     * Amounts in different currencies are neither equal nor unequal, so money is compared with one element after
     * another.
     */
    private static Node membership(Node left, List<Node> elements) {
        return left.type() == Scalar.MONEY && !elements.isEmpty()
                ? elements.stream()
                        .<Node>map(element -> new Node.Compare(Comparison.EQ, left, element))
                        .reduce((a, b) -> new Node.Logic(false, a, b))
                        .orElseThrow()
                : new Node.In(left.type() == Scalar.MONEY ? new Node.MoneyAmount(left) : left, elements);
    }

    Optional<Node> listed(Token operator, Node left, Node right) {
        if (!(right.type() instanceof ListOf(var element))) {
            report.add(
                    operator,
                    Reason.WRONG_TYPE,
                    operator.getText(),
                    "list",
                    right.type().label());
            return Optional.empty();
        }
        if (left.isNull()) {
            report.add(operator, Reason.NULL_OPERAND, operator.getText());
            return Optional.empty();
        }
        Optional<Node> value = element == Scalar.REFERENCE ? reference(operator, left) : Optional.of(left);
        return value.flatMap(node -> node.type() == element || (isNumber(node) && isNumber(element))
                ? Optional.of(new Node.Listed(node, right))
                : wrong(operator, element, node));
    }

    Optional<Node> conditional(Token operator, Node test, Node yes, Node no) {
        Optional<Node> condition = truth(operator, test);
        if (Checker.isList(yes) || Checker.isList(no)) {
            incompatible(operator, yes, no);
            return Optional.empty();
        }
        Node first = yes.isNull() ? new Node.Literal(no.type(), null) : yes;
        Node second = no.isNull() ? new Node.Literal(first.type(), null) : no;
        if (isNumber(first) && isNumber(second)) {
            Scalar type = whole(first, second) ? Scalar.INTEGER : Scalar.DECIMAL;
            return condition.map(node -> new Node.Conditional(type, node, first, second));
        }
        if (first.type().equals(second.type())) {
            return condition.map(node -> new Node.Conditional(first.type(), node, first, second));
        }
        incompatible(operator, yes, no);
        return Optional.empty();
    }

    Optional<Node> arithmetic(Token operator, Node left, Node right) {
        if (left.isNull() || right.isNull()) {
            report.add(operator, Reason.NULL_OPERAND, operator.getText());
            return Optional.empty();
        }
        Optional<Node> node = switch (operator.getType()) {
            case ExpressionLexer.PLUS -> plus(left, right);
            case ExpressionLexer.MINUS -> minus(left, right);
            case ExpressionLexer.TIMES -> times(left, right);
            case ExpressionLexer.DIVIDE -> divide(left, right);
            default -> numbers(Node.Arithmetic.Operator.REMAINDER, left, right);
        };
        if (node.isEmpty()) {
            incompatible(operator, left, right);
        }
        return node;
    }

    private static Optional<Node> plus(Node left, Node right) {
        if (left.type() == Scalar.TEXT && right.type() == Scalar.TEXT) {
            return Optional.of(new Node.Concat(left, right));
        }
        return shift(left, right, 1).or(() -> sum(Node.Arithmetic.Operator.ADD, left, right));
    }

    private static Optional<Node> minus(Node left, Node right) {
        if (left.type() == Scalar.DATE && right.type() == Scalar.DATE) {
            return Optional.of(new Node.DaysBetween(left, right));
        }
        return shift(left, right, -1).or(() -> sum(Node.Arithmetic.Operator.SUBTRACT, left, right));
    }

    private static Optional<Node> shift(Node date, Node days, int sign) {
        return date.type() == Scalar.DATE
                        && days instanceof Node.Literal(var type, BigDecimal number)
                        && type == Scalar.INTEGER
                ? Optional.of(new Node.ShiftDate(
                        date,
                        sign
                                * number.min(BigDecimal.valueOf(Limits.DAYS + 1))
                                        .max(BigDecimal.valueOf(-Limits.DAYS - 1))
                                        .intValueExact()))
                : Optional.empty();
    }

    private static Optional<Node> sum(Node.Arithmetic.Operator operator, Node left, Node right) {
        return left.type() == Scalar.MONEY && right.type() == Scalar.MONEY
                ? Optional.of(new Node.Arithmetic(operator, Scalar.MONEY, left, right))
                : numbers(operator, left, right);
    }

    private static Optional<Node> times(Node left, Node right) {
        Node.Arithmetic.Operator operator = Node.Arithmetic.Operator.MULTIPLY;
        if (left.type() == Scalar.MONEY && isNumber(right)) {
            return Optional.of(new Node.Arithmetic(operator, Scalar.MONEY, left, right));
        }
        return isNumber(left) && right.type() == Scalar.MONEY ? times(right, left) : numbers(operator, left, right);
    }

    private static Optional<Node> divide(Node left, Node right) {
        Node.Arithmetic.Operator operator = Node.Arithmetic.Operator.DIVIDE;
        if (left.type() == Scalar.MONEY && isNumber(right)) {
            return Optional.of(new Node.Arithmetic(operator, Scalar.MONEY, left, right));
        }
        boolean divisible =
                (isNumber(left) && isNumber(right)) || (left.type() == Scalar.MONEY && right.type() == Scalar.MONEY);
        return divisible ? Optional.of(new Node.Arithmetic(operator, Scalar.DECIMAL, left, right)) : Optional.empty();
    }

    private static Optional<Node> numbers(Node.Arithmetic.Operator operator, Node left, Node right) {
        Scalar type = whole(left, right) ? Scalar.INTEGER : Scalar.DECIMAL;
        return isNumber(left) && isNumber(right)
                ? Optional.of(new Node.Arithmetic(operator, type, left, right))
                : Optional.empty();
    }

    private record Operands(Node left, Node right) {}

    /**
     * Brings both sides to one type: a number compared with money is taken in the usual currency, a text compared with
     * a reference is parsed as one.
     */
    private Optional<Operands> comparable(Token operator, Node left, Node right) {
        Node first = right.type() == Scalar.MONEY && isNumber(left) ? new Node.InUsualCurrency(left) : left;
        Node second = left.type() == Scalar.MONEY && isNumber(right) ? new Node.InUsualCurrency(right) : right;
        if (first.type() == Scalar.REFERENCE) {
            return reference(operator, second).map(node -> new Operands(first, node));
        }
        if (second.type() == Scalar.REFERENCE) {
            return reference(operator, first).map(node -> new Operands(node, second));
        }
        boolean same = first.type().equals(second.type()) && !Checker.isList(first);
        if (same || (isNumber(first) && isNumber(second))) {
            return Optional.of(new Operands(first, second));
        }
        incompatible(operator, left, right);
        return Optional.empty();
    }

    private Optional<Node> reference(Token operator, Node node) {
        if (node.type() == Scalar.REFERENCE) {
            return Optional.of(node);
        }
        return node instanceof Node.Literal(var type, String text)
                ? literals.reference(operator, text)
                : wrong(operator, Scalar.REFERENCE, node);
    }

    private Optional<Node> truth(Token operator, Node node) {
        if (node.isNull()) {
            report.add(operator, Reason.NULL_OPERAND, operator.getText());
            return Optional.empty();
        }
        return node.type() == Scalar.BOOLEAN ? Optional.of(node) : wrong(operator, Scalar.BOOLEAN, node);
    }

    private Optional<Node> wrong(Token operator, Scalar expected, Node found) {
        report.add(
                operator,
                Reason.WRONG_TYPE,
                operator.getText(),
                expected.label(),
                found.type().label());
        return Optional.empty();
    }

    private boolean incompatible(Token operator, Node left, Node right) {
        report.add(
                operator,
                Reason.INCOMPATIBLE,
                operator.getText(),
                left.type().label(),
                right.type().label());
        return false;
    }

    static boolean isNumber(Node node) {
        return isNumber(node.type());
    }

    private static boolean isNumber(FieldType type) {
        return type == Scalar.INTEGER || type == Scalar.DECIMAL;
    }

    private static boolean whole(Node left, Node right) {
        return left.type() == Scalar.INTEGER && right.type() == Scalar.INTEGER;
    }

    private static boolean isOrdered(Node node) {
        return node.type() != Scalar.BOOLEAN && node.type() != Scalar.REFERENCE;
    }
}

package io.qudao.expression.internal;

import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.internal.Node.TextTest.Test;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** The built-in functions, written {@code f(a, b)} or {@code a.f(b)}. */
final class Functions {
    /** The largest number of digits for {@code round}, which is the scale of a quotient. */
    private static final BigDecimal MOST_DIGITS = BigDecimal.valueOf(Limits.QUOTIENT_SCALE);

    private final Report report;
    private final Literals literals;

    Functions(Report report, Literals literals) {
        this.report = report;
        this.literals = literals;
    }

    /** The function's name and its usage as shown in messages. */
    private enum Function {
        CONTAINS("contains", 2, "contains(text, part)"),
        STARTS_WITH("startsWith", 2, "startsWith(text, part)"),
        ENDS_WITH("endsWith", 2, "endsWith(text, part)"),
        LOWER("lower", 1, "lower(text)"),
        SIZE("size", 1, "size(text)"),
        IS_NULL("isNull", 1, "isNull(value)"),
        DATE("date", 1, "date('2026-01-31')"),
        TIMESTAMP("timestamp", 1, "timestamp('2026-01-31T12:00:00Z')"),
        MONEY("money", 2, "money(12.50, 'CNY')"),
        ROUND("round", 2, "round(number, 2)"),
        TODAY("today", 0, "today()"),
        NOW("now", 0, "now()");

        private final String written;
        private final int arguments;
        private final String form;

        Function(String written, int arguments, String form) {
            this.written = written;
            this.arguments = arguments;
            this.form = form;
        }
    }

    Optional<Node> call(Token name, List<Node> arguments) {
        Optional<Function> function = Arrays.stream(Function.values())
                .filter(candidate -> candidate.written.equals(name.getText()))
                .findFirst();
        if (function.isEmpty()) {
            String all = Arrays.stream(Function.values())
                    .map(candidate -> candidate.written)
                    .collect(Collectors.joining(", "));
            report.add(name, Reason.UNKNOWN_FUNCTION, name.getText(), all);
        } else if (function.get().arguments != arguments.size()) {
            report.add(name, Reason.WRONG_ARGUMENTS, name.getText(), function.get().form);
        } else if (function.get() != Function.IS_NULL && arguments.stream().anyMatch(Node::isNull)) {
            report.add(name, Reason.NULL_OPERAND, name.getText());
        } else {
            return apply(function.get(), name, arguments);
        }
        return Optional.empty();
    }

    private Optional<Node> apply(Function function, Token name, List<Node> arguments) {
        return switch (function) {
            case CONTAINS -> textTest(Test.CONTAINS, name, arguments);
            case STARTS_WITH -> textTest(Test.STARTS_WITH, name, arguments);
            case ENDS_WITH -> textTest(Test.ENDS_WITH, name, arguments);
            case LOWER ->
                isText(name, arguments.getFirst())
                        ? Optional.of(new Node.Lower(arguments.getFirst()))
                        : Optional.empty();
            case SIZE ->
                Checker.isList(arguments.getFirst()) || isText(name, arguments.getFirst())
                        ? Optional.of(new Node.Size(arguments.getFirst()))
                        : Optional.empty();
            case IS_NULL -> Optional.of(new Node.IsNull(arguments.getFirst()));
            case DATE -> constant(function, name, arguments.getFirst()).flatMap(text -> literals.date(name, text));
            case TIMESTAMP ->
                constant(function, name, arguments.getFirst()).flatMap(text -> literals.instant(name, text));
            case MONEY -> money(function, name, arguments);
            case ROUND -> round(function, name, arguments.getFirst(), arguments.getLast());
            case TODAY -> Optional.of(new Node.Clock(Scalar.DATE));
            case NOW -> Optional.of(new Node.Clock(Scalar.DATE_TIME));
        };
    }

    private Optional<Node> textTest(Test test, Token name, List<Node> arguments) {
        long texts =
                arguments.stream().filter(argument -> isText(name, argument)).count();
        return texts == arguments.size()
                ? Optional.of(new Node.TextTest(test, arguments.getFirst(), arguments.getLast()))
                : Optional.empty();
    }

    private Optional<Node> money(Function function, Token name, List<Node> arguments) {
        if (arguments.getFirst() instanceof Node.Literal(var type, BigDecimal amount)) {
            return constant(function, name, arguments.getLast()).flatMap(currency -> money(name, amount, currency));
        }
        report.add(name, Reason.CONSTANT_EXPECTED, function.form);
        return Optional.empty();
    }

    private Optional<Node> money(Token name, BigDecimal amount, String currency) {
        try {
            return Optional.of(new Node.Literal(Scalar.MONEY, new Money(amount, new CurrencyCode(currency))));
        } catch (IllegalArgumentException unknownCurrency) {
            return literals.bad(name, currency, "CNY");
        }
    }

    private Optional<Node> round(Function function, Token name, Node operand, Node digits) {
        if (!Operators.isNumber(operand) && operand.type() != Scalar.MONEY) {
            report.add(
                    name,
                    Reason.WRONG_TYPE,
                    name.getText(),
                    Scalar.DECIMAL.label(),
                    operand.type().label());
            return Optional.empty();
        }
        if (digits instanceof Node.Literal(var type, BigDecimal number)
                && type == Scalar.INTEGER
                && number.signum() >= 0
                && number.compareTo(MOST_DIGITS) <= 0) {
            return Optional.of(new Node.Round(operand, number.intValueExact()));
        }
        report.add(name, Reason.CONSTANT_EXPECTED, function.form);
        return Optional.empty();
    }

    private Optional<String> constant(Function function, Token name, Node node) {
        if (node instanceof Node.Literal(var type, String text)) {
            return Optional.of(text);
        }
        report.add(name, Reason.CONSTANT_EXPECTED, function.form);
        return Optional.empty();
    }

    private boolean isText(Token name, Node node) {
        if (node.type() != Scalar.TEXT) {
            report.add(
                    name,
                    Reason.WRONG_TYPE,
                    name.getText(),
                    Scalar.TEXT.label(),
                    node.type().label());
        }
        return node.type() == Scalar.TEXT;
    }
}

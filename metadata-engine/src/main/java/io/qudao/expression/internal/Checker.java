package io.qudao.expression.internal;

import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.FieldType.ListOf;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Schema;
import io.qudao.expression.internal.ExpressionParser.ArithmeticContext;
import io.qudao.expression.internal.ExpressionParser.CallContext;
import io.qudao.expression.internal.ExpressionParser.ComparisonContext;
import io.qudao.expression.internal.ExpressionParser.ConditionalContext;
import io.qudao.expression.internal.ExpressionParser.ConstantContext;
import io.qudao.expression.internal.ExpressionParser.ExpressionContext;
import io.qudao.expression.internal.ExpressionParser.ExpressionsContext;
import io.qudao.expression.internal.ExpressionParser.FieldContext;
import io.qudao.expression.internal.ExpressionParser.GroupContext;
import io.qudao.expression.internal.ExpressionParser.ListContext;
import io.qudao.expression.internal.ExpressionParser.LogicContext;
import io.qudao.expression.internal.ExpressionParser.MemberCallContext;
import io.qudao.expression.internal.ExpressionParser.MemberContext;
import io.qudao.expression.internal.ExpressionParser.UnaryContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/**
 * Turns the parse tree into the typed tree. An empty result means that the report has at least one error in this part.
 */
final class Checker extends ExpressionBaseVisitor<Optional<Node>> {
    private final Report report;
    private final Literals literals;
    private final Paths paths;
    private final Operators operators;
    private final Functions functions;

    Checker(Schema schema, Report report) {
        this.report = report;
        this.literals = new Literals(report);
        this.paths = new Paths(schema, report);
        this.operators = new Operators(report, literals);
        this.functions = new Functions(report, literals);
    }

    Optional<Node> check(ExpressionContext tree) {
        Optional<Node> node = visit(tree);
        return node.flatMap(checked -> limit(checked, tree.getStart()));
    }

    @Override
    public Optional<Node> visitConstant(ConstantContext tree) {
        Token token = tree.getStart();
        return switch (token.getType()) {
            case ExpressionLexer.TEXT -> literals.text(token);
            case ExpressionLexer.INTEGER -> literals.number(token, Scalar.INTEGER);
            case ExpressionLexer.DECIMAL -> literals.number(token, Scalar.DECIMAL);
            case ExpressionLexer.NULL -> Optional.of(new Node.Literal(Scalar.NULL, null));
            default -> Optional.of(new Node.Literal(Scalar.BOOLEAN, token.getType() == ExpressionLexer.TRUE));
        };
    }

    @Override
    public Optional<Node> visitField(FieldContext tree) {
        return paths.field(List.of(tree.getStart()));
    }

    @Override
    public Optional<Node> visitMember(MemberContext tree) {
        List<Token> names = new ArrayList<>();
        if (Paths.collect(tree, names)) {
            return paths.field(names);
        }
        return visit(tree.expression())
                .flatMap(node -> paths.part(node, tree.NAME().getSymbol()));
    }

    @Override
    public Optional<Node> visitGroup(GroupContext tree) {
        return visit(tree.expression());
    }

    @Override
    public Optional<Node> visitList(ListContext tree) {
        report.add(tree.getStart(), Reason.LIST_ELSEWHERE);
        return Optional.empty();
    }

    @Override
    public Optional<Node> visitUnary(UnaryContext tree) {
        return visit(tree.expression()).flatMap(operand -> operators.unary(tree.operator, operand));
    }

    @Override
    public Optional<Node> visitArithmetic(ArithmeticContext tree) {
        return pair(tree.expression(0), tree.expression(1))
                .flatMap(pair -> operators.arithmetic(tree.operator, pair.left, pair.right))
                .flatMap(node -> limit(node, tree.operator));
    }

    @Override
    public Optional<Node> visitComparison(ComparisonContext tree) {
        if (tree.operator.getType() == ExpressionLexer.IN) {
            return membership(tree).flatMap(node -> limit(node, tree.operator));
        }
        return pair(tree.expression(0), tree.expression(1))
                .flatMap(pair -> operators.comparison(tree.operator, pair.left, pair.right))
                .flatMap(node -> limit(node, tree.operator));
    }

    private Optional<Node> membership(ComparisonContext tree) {
        if (tree.expression(1) instanceof ListContext list) {
            Optional<Node> left = visit(tree.expression(0));
            Optional<List<Node>> elements = all(list.expressions());
            return left.isPresent() && elements.isPresent()
                    ? operators.in(tree.operator, left.get(), elements.get())
                    : Optional.empty();
        }
        return pair(tree.expression(0), tree.expression(1))
                .flatMap(pair -> operators.listed(tree.operator, pair.left, pair.right));
    }

    @Override
    public Optional<Node> visitLogic(LogicContext tree) {
        return pair(tree.expression(0), tree.expression(1))
                .flatMap(pair -> operators.logic(tree.operator, pair.left, pair.right));
    }

    @Override
    public Optional<Node> visitConditional(ConditionalContext tree) {
        Optional<Node> test = visit(tree.expression(0));
        Optional<Pair> branches = pair(tree.expression(1), tree.expression(2));
        Token at = tree.QUESTION().getSymbol();
        return test.isPresent() && branches.isPresent()
                ? operators
                        .conditional(at, test.get(), branches.get().left, branches.get().right)
                        .flatMap(node -> limit(node, at))
                : Optional.empty();
    }

    @Override
    public Optional<Node> visitCall(CallContext tree) {
        return all(tree.expressions())
                .flatMap(arguments -> functions.call(tree.NAME().getSymbol(), arguments))
                .flatMap(node -> limit(node, tree.getStart()));
    }

    @Override
    public Optional<Node> visitMemberCall(MemberCallContext tree) {
        Optional<Node> receiver = visit(tree.expression());
        Optional<List<Node>> rest = all(tree.expressions());
        return receiver.isPresent() && rest.isPresent()
                ? functions
                        .call(
                                tree.NAME().getSymbol(),
                                Stream.concat(receiver.stream(), rest.get().stream())
                                        .toList())
                        .flatMap(node -> limit(node, tree.NAME().getSymbol()))
                : Optional.empty();
    }

    private record Pair(Node left, Node right) {}

    /** Visits both sides even if one is wrong, so that all errors are reported together. */
    private Optional<Pair> pair(ExpressionContext left, ExpressionContext right) {
        Optional<Node> first = visit(left);
        Optional<Node> second = visit(right);
        return first.flatMap(a -> second.map(b -> new Pair(a, b)));
    }

    private Optional<List<Node>> all(ExpressionsContext trees) {
        List<Optional<Node>> nodes =
                trees.expression().stream().map(this::visit).toList();
        return nodes.stream().allMatch(Optional::isPresent)
                ? Optional.of(nodes.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    private Optional<Node> limit(Node node, Token at) {
        Cost cost = Cost.of(node);
        if (cost.weight() > Limits.WEIGHT || cost.currency() > Limits.WEIGHT) {
            report.add(at, Reason.TOO_COMPLEX, Limits.WEIGHT);
        } else if (cost.digits() > Limits.DIGITS) {
            report.add(at, Reason.TOO_MANY_DIGITS, Limits.DIGITS);
        } else if (cost.days() > Limits.DAYS) {
            report.add(at, Reason.TOO_MANY_DAYS, Limits.DAYS);
        } else {
            return Optional.of(node);
        }
        return Optional.empty();
    }

    /** Whether the value is a list; only {@code in} and {@code size} accept lists. */
    static boolean isList(Node node) {
        return node.type() instanceof ListOf;
    }
}

package io.qudao.expression.internal;

import io.qudao.expression.FieldType.Scalar;
import java.math.BigDecimal;

/**
 * The most a tree can cost, computed without running it.
 *
 * @param weight number of SQL parts, which is at least the number of operations in the JVM
 * @param currency number of SQL parts for the currency of money, written in addition to its amount
 * @param whole digits before the point
 * @param fraction digits after the point
 * @param days how far a date may have moved
 */
record Cost(int weight, int currency, int whole, int fraction, int days) {
    private static final Cost LEAF = new Cost(1, 1, 0, 0, 0);

    int digits() {
        return whole + fraction;
    }

    static Cost of(Node node) {
        return switch (node) {
            case Node.Literal(var type, BigDecimal number) ->
                LEAF.digits(Math.max(1, number.precision() - number.scale()), number.scale());
            case Node.Leaf leaf -> leaf(leaf);
            case Node.Compare(var operator, var left, var right)
            when left.type() == Scalar.MONEY -> pair(of(left), of(right));
            case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Node.Conditional(var type, var test, var yes, var no) -> conditional(of(test), of(yes), of(no));
            case Node.MoneyCurrency(var money) -> {
                Cost cost = of(money);
                yield LEAF.weighing(1 + cost.weight + cost.currency);
            }
            case Node.Negate(var operand) -> of(operand).heavier();
            case Node.Round(var operand, var digits) -> of(operand).heavier().rounded(digits);
            case Node.InUsualCurrency(var number) -> {
                Cost cost = of(number);
                yield LEAF.weighing(1 + cost.weight).digits(cost.whole, cost.fraction);
            }
            case Node.MoneyAmount(var money) -> of(money).heavier();
            case Node.ShiftDate(var date, var days) -> {
                Cost cost = of(date);
                yield new Cost(cost.weight + 1, 1, 0, 0, cost.days + Math.abs(days));
            }
            case Node.DaysBetween between -> sum(between).digits(8, 0);
            case Node.Size size -> sum(size).digits(10, 0);
            default -> sum(node);
        };
    }

    private static Cost leaf(Node.Leaf leaf) {
        return switch (leaf.type()) {
            case Scalar.INTEGER -> LEAF.digits(Limits.INTEGER_DIGITS, 0);
            case Scalar.DECIMAL, Scalar.MONEY -> LEAF.digits(Limits.WHOLE_DIGITS, Limits.FRACTION_DIGITS);
            default -> LEAF;
        };
    }

    private static Cost sum(Node node) {
        int weight = 1;
        // No stream here: its frames would use up most of the stack on a deep tree.
        for (Node child : node.children()) {
            weight += of(child).weight;
        }
        return LEAF.weighing(weight);
    }

    private static Cost arithmetic(Node.Arithmetic node) {
        Cost left = of(node.left());
        Cost right = of(node.right());
        boolean twoMonies = node.left().type() == Scalar.MONEY && node.right().type() == Scalar.MONEY;
        int weight = twoMonies ? pair(left, right).weight : 1 + left.weight + right.weight;
        int fraction = Math.max(left.fraction, right.fraction);
        return switch (node.operator()) {
            case ADD, SUBTRACT -> new Cost(weight, left.currency, Math.max(left.whole, right.whole) + 1, fraction, 0);
            case MULTIPLY ->
                new Cost(weight, left.currency, left.whole + right.whole, left.fraction + right.fraction, 0);
            case DIVIDE ->
                new Cost(weight, left.currency, left.whole + right.fraction + 1, Limits.QUOTIENT_SCALE + 1, 0);
            case REMAINDER -> new Cost(weight, 1, Math.max(left.whole, right.whole), fraction, 0);
        };
    }

    private static Cost conditional(Cost test, Cost yes, Cost no) {
        return new Cost(
                1 + test.weight + yes.weight + no.weight,
                1 + test.weight + yes.currency + no.currency,
                Math.max(yes.whole, no.whole),
                Math.max(yes.fraction, no.fraction),
                Math.max(yes.days, no.days));
    }

    private static Cost pair(Cost left, Cost right) {
        return LEAF.weighing(1 + left.weight + left.currency + right.weight + right.currency);
    }

    private Cost weighing(int pieces) {
        return new Cost(pieces, 1, whole, fraction, days);
    }

    private Cost heavier() {
        return new Cost(weight + 1, currency, whole, fraction, days);
    }

    /** Rounding up may add one digit before the point. */
    private Cost rounded(int digits) {
        return digits(whole + 1, Math.min(fraction, digits));
    }

    private Cost digits(int before, int after) {
        return new Cost(weight, currency, before, after, days);
    }
}

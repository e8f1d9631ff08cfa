package io.qudao.expression.internal;

import io.qudao.expression.ColumnResolver;
import io.qudao.expression.Expression;
import io.qudao.expression.Facts;
import io.qudao.expression.FieldPath;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Moment;
import io.qudao.expression.SqlFragment;
import io.qudao.expression.Truth;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The typed tree with its closures. */
final class CompiledExpression implements Expression {
    private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String source;
    private final String hash;
    private final Node tree;
    private final Scalar type;
    private final Set<FieldPath> fields;
    private final Step<?> step;

    CompiledExpression(String source, String hash, Node tree, Set<FieldPath> fields) {
        this.source = source;
        this.hash = hash;
        this.tree = tree;
        this.type = (Scalar) tree.type();
        this.fields = fields;
        this.step = Closures.any(tree);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Scalar type() {
        return type;
    }

    @Override
    public Set<FieldPath> fields() {
        return fields;
    }

    @Override
    public Map<FieldPath, Set<String>> comparedTexts() {
        return Constants.compared(tree);
    }

    @Override
    public Set<Value> constantResults() {
        var results = new HashSet<Value>();
        Constants.results(tree, literal -> results.add(constant(literal.value())));
        return results;
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public Value evaluate(Facts facts, Moment moment) {
        return value(step.run(facts, moment));
    }

    @Override
    public Truth test(Facts facts, Moment moment) {
        if (type != Scalar.BOOLEAN) {
            throw new IllegalStateException("Expected a condition, not " + type.label() + ": " + source);
        }
        Object truth = step.run(facts, moment);
        return truth == null ? Truth.UNKNOWN : truth.equals(true) ? Truth.TRUE : Truth.FALSE;
    }

    @Override
    public SqlFragment sql(ColumnResolver columns, Moment moment) {
        return new SqlWriter(columns, moment).write(tree);
    }

    @Override
    public SqlFragment filter(ColumnResolver columns, Moment moment) {
        return new SqlWriter(columns, moment).writeFilter(tree);
    }

    @Override
    public String toString() {
        return source;
    }

    private Value value(@Nullable Object result) {
        return switch (result) {
            case null -> Value.none();
            case String text -> Value.text(text);
            case BigDecimal number
            when type == Scalar.INTEGER -> isLong(number) ? Value.of(number.longValueExact()) : Value.none();
            case BigDecimal number -> Value.of(plain(number));
            case Money money -> Value.of(money);
            case Boolean truth -> Value.of((boolean) truth);
            case LocalDate date -> Value.of(date);
            case Instant instant -> Value.of(instant);
            case UUID id -> Value.of(id);
            default -> throw new IllegalStateException("Not a value of the language: " + result.getClass());
        };
    }

    /** Unlike a result, a constant beyond 64 bits is not null: it is named where it is refused. */
    private Value constant(@Nullable Object literal) {
        return type == Scalar.INTEGER && literal instanceof BigDecimal number && !isLong(number)
                ? Value.of(plain(number))
                : value(literal);
    }

    private static boolean isLong(BigDecimal number) {
        return number.compareTo(MIN) >= 0 && number.compareTo(MAX) <= 0;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

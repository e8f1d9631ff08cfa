package io.qudao.expression.internal;

import io.qudao.expression.ExpressionError;
import io.qudao.expression.ExpressionError.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Collects the errors of one source. */
final class Report {
    private final List<ExpressionError> problems = new ArrayList<>();

    void add(Token at, Reason reason, Object... arguments) {
        add(at.getLine(), at.getCharPositionInLine() + 1, reason, arguments);
    }

    void add(int line, int column, Reason reason, Object... arguments) {
        problems.add(new ExpressionError(
                line,
                column,
                reason,
                Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<ExpressionError> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparingInt(ExpressionError::line).thenComparingInt(ExpressionError::column))
                .limit(Limits.PROBLEMS)
                .toList();
    }
}

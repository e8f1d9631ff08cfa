package io.qudao.expression.internal;

import static io.qudao.expression.internal.ExpressionsFixture.compile;
import static io.qudao.expression.internal.ExpressionsFixture.problems;
import static io.qudao.expression.internal.ExpressionsFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.expression.ExpressionError.Reason;
import io.qudao.expression.FieldType.Scalar;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too deep is refused before anything recurses into it; what is not needs no large stack. */
class DepthUnitTests {
    /** Half of what a thread has. */
    private static final long SMALL = 512L * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "!", "-", "[", "lower(", "1 + ", "open && ", "open ? ", "name.", "(!", "- (", "open ? ("})
    void refusesTenThousand(String part) {
        var problems = problems(part.repeat(10_000) + "1");
        assertThat(problems).isNotEmpty();
        assertThat(problems.getFirst().reason()).isIn(Reason.TOO_LONG, Reason.TOO_DEEP, Reason.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "-", "1+", "open&&", "open?", "(!", "!(", "-(", "open?("})
    void refusesAsManyAsFitTheLength(String part) {
        var problems = problems(part.repeat(9_990 / part.length()) + "1");
        assertThat(problems).isNotEmpty();
        assertThat(problems.getFirst().reason()).isIn(Reason.TOO_DEEP, Reason.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void takesTheDeepestOnASmallStack(int which) throws InterruptedException {
        var deepest = new String[] {
            "(".repeat(99) + "1" + ")".repeat(99),
            "!".repeat(99) + "open",
            "!(".repeat(99) + "open" + ")".repeat(99),
            "1" + " + 1".repeat(450),
            "open" + " && open".repeat(450),
            "open ? ".repeat(99) + "1" + " : 2".repeat(99),
            "(1 + ".repeat(99) + "1" + ")".repeat(99) + " + 1".repeat(250)
        };
        var failed = new AtomicReference<Throwable>();
        var thread = new Thread(null, () -> run(deepest[which]), "small", SMALL);
        thread.setUncaughtExceptionHandler((one, failure) -> failed.set(failure));
        thread.start();
        thread.join();
        assertThat(failed.get()).isNull();
    }

    private static void run(String source) {
        value(source);
        var expression = compile(source);
        expression.sql(GeneratedRecords.columns(0), ExpressionsFixture.MOMENT);
        if (expression.type() == Scalar.BOOLEAN) {
            expression.filter(GeneratedRecords.columns(0), ExpressionsFixture.MOMENT);
        }
    }
}

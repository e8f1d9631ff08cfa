package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.Moment;
import io.qudao.expression.Truth;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.check.ProcessOrder.Placed;
import io.qudao.metadata.internal.document.ComponentCatalog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Warns of an approval process that no record can reach because another process takes every record first or its
 * condition is never true.
 */
final class ReachCheck implements Check {
    private final ProcessOrder order;

    ReachCheck(Expressions expressions) {
        this.order = new ProcessOrder(expressions);
    }

    @Override
    public void check(ProposedState proposed, Violations warnings) {
        var objects = new HashSet<String>();
        proposed.next()
                .of(ComponentKind.APPROVAL_PROCESS)
                .forEach(entry -> objects.add(entry.key().object()));
        objects.stream().sorted().forEach(object -> check(proposed.next(), object, warnings));
    }

    private void check(ComponentCatalog next, String object, Violations warnings) {
        @Nullable String taker = null;
        Map<String, String> taken = new HashMap<>();
        for (Placed placed : order.of(next, object)) {
            String name = placed.entry().key().local();
            var condition = placed.condition();
            String same = condition == null ? null : taken.putIfAbsent(condition.hash(), name);
            if (taker != null || same != null) {
                warnings.add(at(placed.entry().key(), "entry"), "metadata.unreachable", taker != null ? taker : same);
            } else if (condition != null && constant(condition) == Truth.FALSE) {
                warnings.add(at(placed.entry().key(), "entry"), "metadata.never_holds");
            } else if (placed.process().entry() == null || (condition != null && constant(condition) == Truth.TRUE)) {
                taker = name;
            }
        }
    }

    /** Returns the truth of a condition that uses no field; unknown for others. */
    private static Truth constant(Expression condition) {
        boolean isConstant = condition.fields().isEmpty() && !condition.source().contains("(");
        return isConstant
                ? condition.test(path -> Value.none(), new Moment(Instant.EPOCH, ZoneOffset.UTC, CurrencyCode.CNY))
                : Truth.UNKNOWN;
    }
}

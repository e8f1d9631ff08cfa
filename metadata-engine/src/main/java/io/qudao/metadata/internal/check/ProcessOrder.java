package io.qudao.metadata.internal.check;

import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfApproval;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order in which an object's approval processes are tried: first those with an {@code order}, by that number; then
 * the others, the most specific first: with a condition before without, one with more fields before one with fewer, the
 * tenant's before the standard's.
 */
public final class ProcessOrder {
    private static final Comparator<Placed> ORDER = Comparator.<Placed>comparingInt(Placed::order)
            .thenComparing(placed -> placed.condition() == null)
            .thenComparing(placed -> placed.fields(), Comparator.reverseOrder())
            .thenComparing(placed -> placed.entry().standard())
            .thenComparing(placed -> placed.entry().key());

    private final Expressions expressions;

    public ProcessOrder(Expressions expressions) {
        this.expressions = expressions;
    }

    /** @param condition null if it applies to every record or is invalid */
    public record Placed(MergedComponent entry, @Nullable Expression condition) {
        public OfApproval process() {
            return entry.as(OfApproval.class);
        }

        private int order() {
            Integer order = process().order();
            return order == null ? Integer.MAX_VALUE : order;
        }

        private int fields() {
            return condition == null ? 0 : condition.fields().size();
        }
    }

    public List<Placed> of(ComponentCatalog catalog, String object) {
        return catalog.parts(ComponentKind.APPROVAL_PROCESS, object).stream()
                .map(entry -> new Placed(entry, condition(catalog, entry).orElse(null)))
                .sorted(ORDER)
                .toList();
    }

    private Optional<Expression> condition(ComponentCatalog catalog, MergedComponent entry) {
        String source = entry.as(OfApproval.class).entry();
        var schema = new ObjectSchema(entry.key().object(), catalog, catalog);
        return source != null
                        && expressions.compile(source, schema, ExpectedType.BOOLEAN)
                                instanceof Compilation.Compiled(var expression)
                ? Optional.of(expression)
                : Optional.empty();
    }
}

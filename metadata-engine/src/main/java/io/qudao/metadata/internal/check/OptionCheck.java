package io.qudao.metadata.internal.check;

import static io.qudao.metadata.internal.check.ProposedState.at;

import io.qudao.expression.Compilation;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field.Option;
import io.qudao.metadata.internal.document.ComponentCatalog;
import io.qudao.metadata.internal.document.Definition.OfApproval;
import io.qudao.metadata.internal.document.Definition.OfField;
import io.qudao.metadata.internal.document.Definition.OfListView;
import io.qudao.metadata.internal.document.Definition.OfRule;
import io.qudao.metadata.internal.document.MergedComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A picklist may be compared only with options it has, because any other comparison is never true. */
final class OptionCheck implements Check {
    private final Expressions expressions;

    OptionCheck(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public void check(ProposedState proposed, Violations violations) {
        for (MergedComponent entry : proposed.next().all()) {
            switch (entry.definition()) {
                case OfField field -> check(proposed, entry, field.source(), "default", violations);
                case OfListView view -> check(proposed, entry, view.filter(), "filter", violations);
                case OfRule rule -> check(proposed, entry, rule.condition(), "condition", violations);
                case OfApproval approval -> check(proposed, entry, approval.entry(), "entry", violations);
                default -> {}
            }
        }
    }

    private void check(
            ProposedState proposed,
            MergedComponent entry,
            @Nullable String source,
            String path,
            Violations violations) {
        if (source == null) {
            return;
        }
        var schema = ObjectSchema.withPaths(entry.key().object(), proposed);
        if (expressions.compile(source, schema, ExpectedType.ANY) instanceof Compilation.Compiled(var expression)) {
            expression.comparedTexts().forEach((field, texts) -> {
                var compared = new Compared(schema.way(field), field, texts);
                check(proposed, entry, compared, path, violations);
            });
        }
    }

    private static void check(
            ProposedState proposed, MergedComponent entry, Compared compared, String path, Violations violations) {
        var now = options(proposed.next(), compared);
        if (now.isEmpty()) {
            return;
        }
        var before = options(proposed.base(), compared);
        for (String text : compared.texts()) {
            boolean lost = before.isPresent() && before.get().contains(text);
            if (!now.get().contains(text) && (lost || proposed.isChanged(entry))) {
                violations.add(
                        at(entry.key(), path),
                        "metadata.unknown_option",
                        compared.field().toString(),
                        text);
            }
        }
    }

    /** Returns the values of a picklist; empty for other fields. */
    private static Optional<Set<String>> options(ComponentCatalog catalog, Compared compared) {
        if (compared.way().isEmpty()) {
            return Optional.empty();
        }
        var last = compared.way().getLast();
        return catalog.field(last.object(), last.local())
                .filter(field -> field.type() == DataType.PICKLIST)
                .map(catalog::options)
                .map(options -> options.stream().map(Option::value).collect(Collectors.toSet()));
    }

    /** @param way the fields along the path, the one that is compared last */
    private record Compared(List<ComponentKey> way, FieldPath field, Set<String> texts) {}
}

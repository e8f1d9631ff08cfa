package io.qudao.record.internal.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expression;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldPath;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Field;
import io.qudao.metadata.ListView.Sort;
import io.qudao.record.Query;
import io.qudao.record.RecordProblem;
import io.qudao.record.internal.row.Asides;
import io.qudao.record.internal.row.CallerObjects.OtherObjects;
import io.qudao.record.internal.row.CallerView;
import io.qudao.record.internal.row.Joins;
import io.qudao.record.internal.row.Projection;
import io.qudao.record.internal.row.ReachedField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compiles queries to plans; equal queries of one object by the same kind of caller are compiled once. */
@Component
class ListCompiler {
    private static final int MOST_KEYS = 4;

    private final Expressions expressions;
    private final Cache<PlanKey, ListPlan> plans =
            Caffeine.newBuilder().maximumSize(10_000).build();

    ListCompiler(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * Compiles a query; raises a problem with all violations if it uses anything that does not exist.
     *
     * @param others what the caller may read of other objects: a plan is for those that see the same of them
     */
    ListPlan compile(CallerView view, Query query, OtherObjects others) {
        var violations = new Violations();
        if (query.limit() < 1 || query.limit() > Query.MOST) {
            violations.add("limit", "out_of_range", 1, Query.MOST);
        }
        violations.failIfAny(RecordProblem.INVALID_QUERY);
        var key = new PlanKey(view, query.filter(), query.sort(), query.columns(), query.deleted());
        var known = plans.getIfPresent(key);
        if (known != null && known.joins().stream().allMatch(others::sees)) {
            return known;
        }
        var plan = plan(view, query, others);
        plans.put(key, plan);
        return plan;
    }

    private ListPlan plan(CallerView view, Query query, OtherObjects others) {
        var violations = new Violations();
        var joins = new Joins(view, others::view);
        var columns = columns(joins, query.columns(), violations);
        var keys = keys(joins, query.sort(), violations);
        violations.failIfAny(RecordProblem.INVALID_QUERY);
        var filter = filter(view, query.filter(), others);
        if (filter != null) {
            filter.fields().forEach(joins::add);
        }
        return new ListPlan(
                view,
                query.columns().isEmpty() ? view.usual() : new Projection(view, columns),
                keys,
                joins.inOrder(),
                asides(view, query.sort(), filter),
                filter,
                query.deleted(),
                ListPlan.list(query));
    }

    private @Nullable Expression filter(CallerView view, @Nullable String source, OtherObjects others) {
        return source == null || source.isBlank()
                ? null
                : expressions.require("filter", source, view.schema(others::view), ExpectedType.BOOLEAN);
    }

    /** Returns the object's own fields used by the sort order and the filter whose slots stand aside. */
    private static List<Field> asides(CallerView view, List<Sort> sorts, @Nullable Expression filter) {
        return Stream.concat(
                        sorts.stream().map(Sort::field),
                        filter == null ? Stream.of() : filter.fields().stream().map(FieldPath::toString))
                .distinct()
                .flatMap(name -> view.field(name).stream())
                .filter(Asides::isReady)
                .toList();
    }

    private static List<ReachedField> columns(Joins joins, List<String> names, Violations violations) {
        var columns = new ArrayList<ReachedField>();
        for (String name : names.stream().distinct().toList()) {
            joins.find(FieldPath.parse(name)).ifPresentOrElse(columns::add, () -> {
                if (!name.equals(CallerView.ID) && !name.equals(CallerView.VERSION)) {
                    violations.add("fields", "unknown_field", name);
                }
            });
        }
        return columns;
    }

    private static List<SortKey> keys(Joins joins, List<Sort> sorts, Violations violations) {
        var keys = new ArrayList<SortKey>();
        if (sorts.size() > MOST_KEYS) {
            violations.add("sort", "record.too_many", MOST_KEYS);
        }
        for (Sort sort : sorts) {
            var found = keys(joins, sort);
            if (found.isEmpty()) {
                violations.add("sort", "unknown_field", sort.field());
            } else if (keys.isEmpty() || !keys.getLast().isId()) {
                keys.addAll(found);
            }
        }
        if (keys.isEmpty()) {
            keys.add(SortKey.byId(false));
        }
        return keys;
    }

    private static List<SortKey> keys(Joins joins, Sort sort) {
        return switch (sort.field()) {
            case CallerView.ID -> List.of(SortKey.byId(sort.descending()));
            case CallerView.VERSION -> List.of(SortKey.byVersion(sort.descending()));
            default ->
                joins.find(FieldPath.parse(sort.field()))
                        .map(field -> SortKey.of(field, sort.descending()))
                        .orElse(List.of());
        };
    }

    private record PlanKey(
            CallerView view, @Nullable String filter, List<Sort> sort, List<String> columns, boolean deleted) {}
}

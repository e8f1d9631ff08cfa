package io.qudao.record.internal.list;

import io.qudao.expression.Moment;
import io.qudao.record.Query;
import io.qudao.record.internal.list.ListPlan.Part;
import io.qudao.record.internal.row.Asides;
import io.qudao.record.internal.row.CallerObject;
import io.qudao.record.internal.row.CallerObjects;
import io.qudao.record.internal.row.CallerObjects.OtherObjects;
import io.qudao.record.internal.row.Join;
import io.qudao.record.internal.row.Json;
import io.qudao.record.internal.row.Projection;
import io.qudao.record.internal.row.Rows;
import io.qudao.record.internal.row.SqlBuilder;
import io.qudao.record.internal.row.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonToken;

/** Runs lists page by page, and counts them. */
@Component
public class Lists {
    private static final int COUNTED_EXACTLY = 10_000;

    private final ListCompiler compiler;
    private final CallerObjects objects;
    private final Statements statements;
    private final Clock clock;

    Lists(ListCompiler compiler, CallerObjects objects, Statements statements, Clock clock) {
        this.compiler = compiler;
        this.objects = objects;
        this.statements = statements;
        this.clock = clock;
    }

    /** Receives the rows of a page one by one. */
    public interface Sink {
        public void row(ResultSet row) throws SQLException;
    }

    /**
     * A list for one caller.
     *
     * @param others objects that it joins, as the caller may reach them
     */
    public record CallerList(CallerObject target, ListPlan plan, OtherObjects others) {
        /** @param needed which of the objects are asked for */
        public SqlBuilder from(Predicate<Join> needed) {
            var joins = SqlBuilder.of(Asides.joins(plan.view(), plan.asides()));
            plan.joins().stream()
                    .filter(needed)
                    .forEach(join ->
                            joins.add(join.sql(others.find(join.view().object()).orElseThrow())));
            return target.from(plan.deleted(), joins);
        }
    }

    public CallerList plan(CallerObject target, Query query) {
        var others = objects.readable();
        return new CallerList(target, compiler.compile(target.visible(), query, others), others);
    }

    /** Passes the rows of the page to the sink; returns the cursor of the next page, or null. */
    @Nullable
    public String page(CallerList list, Query query, Sink sink) {
        var plan = list.plan();
        var after = query.cursor() == null ? null : Cursor.parse(query.cursor(), plan.list(), plan.keys());
        var base = base(list, join -> true);
        var page = new PageInProgress(plan, query.limit(), sink);
        for (Part part : plan.parts(after)) {
            if (page.missing() > 0) {
                var sql = plan.page(base, part, after, page.missing());
                Rows<Integer> take = page::take;
                int taken = plan.isSearch() ? statements.search(sql, take) : statements.lookUp(sql, take);
                page.missing -= taken;
            }
        }
        return page.next;
    }

    /** One record with what the list shows of it, if it is in it. */
    public <T> Optional<T> one(CallerList list, UUID id, Rows<T> row) {
        var sql = SqlBuilder.of("select " + list.plan().projection().sql())
                .add(base(list, join -> true))
                .add(" and r.id = ?", id);
        return statements.lookUp(sql, rows -> rows.next() ? Optional.of(row.read(rows)) : Optional.empty());
    }

    @Nullable
    public Long count(CallerList list, Query.Count how) {
        return switch (how) {
            case NONE -> null;
            case EXACT -> count(SqlBuilder.of("select count(*)").add(filtered(list)));
            case ESTIMATE -> estimate(filtered(list));
        };
    }

    private long estimate(SqlBuilder base) {
        long counted = count(SqlBuilder.of("select count(*) from (select 1")
                .add(base)
                .add(" limit " + (COUNTED_EXACTLY + 1) + ") as first"));
        if (counted <= COUNTED_EXACTLY) {
            return counted;
        }
        byte[] plan = statements.search(
                SqlBuilder.of("explain (format json) select 1").add(base), rows -> {
                    rows.next();
                    return rows.getBytes(1);
                });
        return Math.max(counted, planRows(plan));
    }

    private static long planRows(byte[] plan) {
        try (var json = Json.read(plan)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && json.currentName().equals("Plan Rows")) {
                    return json.nextToken() == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : 0;
                }
            }
        }
        return 0;
    }

    private long count(SqlBuilder sql) {
        return statements.search(sql, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private SqlBuilder filtered(CallerList list) {
        return base(list, list.plan()::filtersBy);
    }

    private SqlBuilder base(CallerList list, Predicate<Join> needed) {
        var sql = list.from(needed);
        var filter = list.plan().filter();
        if (filter == null) {
            return sql;
        }
        var tenant = list.target().caller().tenant();
        var moment = new Moment(clock.instant(), tenant.zone(), tenant.currency());
        return sql.add(" and ").add(filter.filter(list.plan()::column, moment));
    }

    /** The progress of reading a page. */
    private static final class PageInProgress {
        private final ListPlan plan;
        private final int limit;
        private final Sink sink;
        private final @Nullable String[] keys;
        private int taken;
        private int missing;
        private @Nullable UUID last;
        private @Nullable String next;

        PageInProgress(ListPlan plan, int limit, Sink sink) {
            this.plan = plan;
            this.limit = limit;
            this.sink = sink;
            this.keys = new String[plan.keys().size()];
            this.missing = limit + 1;
        }

        /**
         * Returns how many rows are still to be read, including one more than the page to see whether another follows.
         */
        int missing() {
            return missing;
        }

        int take(ResultSet rows) throws SQLException {
            int before = taken;
            while (rows.next()) {
                if (taken == limit) {
                    next = Cursor.text(plan.list(), keys, last());
                    taken++;
                    break;
                }
                sink.row(rows);
                taken++;
                if (taken == limit) {
                    remember(rows);
                }
            }
            return taken - before;
        }

        private void remember(ResultSet rows) throws SQLException {
            for (int index = 0; index < keys.length; index++) {
                keys[index] = plan.keys().get(index).form().read(rows, plan.keyColumn(index));
            }
            last = rows.getObject(Projection.ID, UUID.class);
        }

        private UUID last() {
            if (last == null) {
                throw new IllegalStateException("A next page needs a last row");
            }
            return last;
        }
    }
}

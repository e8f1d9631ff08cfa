package io.qudao.record.internal;

import io.qudao.expression.Moment;
import io.qudao.record.Query;
import io.qudao.record.internal.ListPlan.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonToken;

/** Runs lists page by page, and counts them. */
@Component
class Lists {
    private static final int COUNTED_EXACTLY = 10_000;

    private final ListCompiler compiler;
    private final Statements statements;
    private final Clock clock;

    Lists(ListCompiler compiler, Statements statements, Clock clock) {
        this.compiler = compiler;
        this.statements = statements;
        this.clock = clock;
    }

    /** Receives the rows of a page one by one. */
    interface Sink {
        void row(ResultSet row) throws SQLException;
    }

    ListPlan plan(CallerObject target, Query query) {
        return compiler.compile(target.visible(), query);
    }

    /** Passes the rows of the page to the sink; returns the cursor of the next page, or null. */
    @Nullable
    String page(CallerObject target, ListPlan plan, Query query, Sink sink) {
        var after = query.cursor() == null ? null : Cursor.parse(query.cursor(), plan.list(), plan.keys());
        var base = base(target, plan);
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

    @Nullable
    Long count(CallerObject target, ListPlan plan, Query.Count how) {
        return switch (how) {
            case NONE -> null;
            case EXACT -> count(SqlBuilder.of("select count(*)").add(base(target, plan)));
            case ESTIMATE -> estimate(base(target, plan));
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

    private SqlBuilder base(CallerObject target, ListPlan plan) {
        var sql = target.from(plan.deleted(), plan.asides());
        var filter = plan.filter();
        return filter == null
                ? sql
                : sql.add(" and ")
                        .add(filter.filter(
                                plan.shape()::column,
                                new Moment(
                                        clock.instant(),
                                        target.caller().tenant().zone(),
                                        target.caller().tenant().currency())));
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

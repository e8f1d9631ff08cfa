package io.qudao.record;

import io.qudao.metadata.ListView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query for a list of records.
 *
 * @param filter expression that is true of the wanted records; null for all
 * @param sort first field first; empty values come last; texts are compared without regard to case by their first 200
 *     bytes; ties are in order of creation, or in reverse order if the last field's is
 * @param columns fields to return; empty for all
 * @param limit 1 to {@value #MOST}
 * @param cursor {@link Page#next()} of the same query; null for the first page
 * @param count how to count the records of the whole list
 * @param labels whether look-ups are returned with the names of their records
 * @param deleted whether to list the recycle bin instead of the live records
 */
public record Query(
        String object,
        @Nullable String filter,
        List<ListView.Sort> sort,
        List<String> columns,
        int limit,
        @Nullable String cursor,
        Count count,
        boolean labels,
        boolean deleted) {
    /** The largest page size. */
    public static final int MOST = 200;

    /** How a list is counted. */
    public enum Count {
        NONE,
        /** Exact up to some thousands; beyond that, the database's estimate. */
        ESTIMATE,
        EXACT
    }

    public Query {
        sort = List.copyOf(sort);
        columns = List.copyOf(columns);
    }

    /** Returns a query for the first 50 records of an object, with all fields. */
    public static Query of(String object) {
        return new Query(object, null, List.of(), List.of(), 50, null, Count.NONE, false, false);
    }

    public Query where(@Nullable String condition) {
        return new Query(object, condition, sort, columns, limit, cursor, count, labels, deleted);
    }

    public Query by(List<ListView.Sort> order) {
        return new Query(object, filter, order, columns, limit, cursor, count, labels, deleted);
    }

    public Query ascending(String field) {
        return by(List.of(new ListView.Sort(field, false)));
    }

    public Query descending(String field) {
        return by(List.of(new ListView.Sort(field, true)));
    }

    public Query only(List<String> fields) {
        return new Query(object, filter, sort, fields, limit, cursor, count, labels, deleted);
    }

    public Query first(int most) {
        return new Query(object, filter, sort, columns, most, cursor, count, labels, deleted);
    }

    public Query after(@Nullable String next) {
        return new Query(object, filter, sort, columns, limit, next, count, labels, deleted);
    }

    public Query counted(Count how) {
        return new Query(object, filter, sort, columns, limit, cursor, how, labels, deleted);
    }

    public Query labelled() {
        return new Query(object, filter, sort, columns, limit, cursor, count, true, deleted);
    }

    public Query inRecycleBin() {
        return new Query(object, filter, sort, columns, limit, cursor, count, labels, true);
    }
}

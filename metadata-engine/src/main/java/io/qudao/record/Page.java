package io.qudao.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the next page; null at the end
 * @param count number of records in the whole list; null unless requested
 */
public record Page(
        List<Row> rows, @Nullable String next, @Nullable Long count) {
    public Page {
        rows = List.copyOf(rows);
    }
}

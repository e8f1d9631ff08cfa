package io.qudao.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page that follows; null at the end
 * @param count records of the whole list; null unless asked for
 */
public record Page(
        List<Row> rows, @Nullable String next, @Nullable Long count) {
    public Page {
        rows = List.copyOf(rows);
    }
}

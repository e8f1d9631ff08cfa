package io.qudao.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named list of an object's records.
 *
 * @param columns fields shown, in order
 * @param filter expression that is true of the records shown; null for all
 */
public record ListView(
        String object,
        String name,
        Label label,
        List<String> columns,
        @Nullable String filter,
        List<Sort> sort) {
    /** How many fields a list shows if its columns are not defined. */
    public static final int USUAL_COLUMNS = 6;

    public ListView {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }

    public record Sort(String field, boolean descending) {}
}

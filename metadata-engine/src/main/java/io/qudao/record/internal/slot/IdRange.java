package io.qudao.record.internal.slot;

import io.qudao.record.internal.row.SqlBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records that stand next to each other by id. Every statement of a batch names them, so that it reads no others, whatever
 * the database thinks of their number: a batch then costs the same in an object of a million records as in a small one.
 *
 * @param after the id before the first one; null at the beginning
 * @param last the id of the last one; null: there is no end
 */
record IdRange(@Nullable UUID after, @Nullable UUID last) {
    /** Adds the condition that an id is one of these. */
    SqlBuilder add(SqlBuilder sql, String id) {
        if (after != null) {
            sql.add(" and " + id + " > ?", after);
        }
        return last == null ? sql : sql.add(" and " + id + " <= ?", last);
    }
}

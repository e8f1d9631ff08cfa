package io.qudao.rest.internal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Recognises failures caused by an unavailable database: stopping, starting, full or unreachable. */
final class DatabaseOutage {

    private DatabaseOutage() {}

    /** Checks all causes, because an outage may be noticed first, and worded differently, in any layer. */
    static boolean caused(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || (cause instanceof SQLException refused && isAway(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Classes of SQLSTATE: 08 connection, 53 resources, 57P operator's intervention (shutdown, crash, starting up). */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}

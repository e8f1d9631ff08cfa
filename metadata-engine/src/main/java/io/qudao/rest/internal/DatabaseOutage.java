package io.qudao.rest.internal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells whether something failed because the database is away: stopping, starting, full or out of reach. */
final class DatabaseOutage {

    private DatabaseOutage() {}

    /** Looks at all causes: by which layer an outage is first noticed, and how that layer words it, is chance. */
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

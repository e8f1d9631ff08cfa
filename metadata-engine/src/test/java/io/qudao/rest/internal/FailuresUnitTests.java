package io.qudao.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class FailuresUnitTests {

    @ParameterizedTest
    @MethodSource("outages")
    void takesADatabaseThatIsAwayForUnavailableInWhateverLayerItIsNoticed(Throwable noticed) {
        assertThat(Failures.understand(noticed).status()).isEqualTo(503);
    }

    private static Stream<Throwable> outages() {
        var shutdown = new SQLException("terminating connection due to administrator command", "57P01");
        var cut = new SQLException("An I/O error occurred while sending to the backend.", "08006");
        return Stream.of(
                new UncategorizedSQLException("select", "select 1", shutdown),
                new TransactionSystemException("Could not commit", cut),
                new IllegalStateException("could not read the releases", cut),
                new DataAccessResourceFailureException("no connection"),
                new CannotCreateTransactionException("no connection"),
                new IllegalStateException(new SQLException("the database system is starting up", "57P03")),
                new IllegalStateException(new SQLException("sorry, too many clients already", "53300")));
    }

    @Test
    void takesWhatItDoesNotKnowForAFaultOfOurs() {
        assertThat(Failures.understand(new TransactionSystemException("Could not commit"))
                        .status())
                .isEqualTo(500);
        assertThat(Failures.understand(new IllegalStateException(new SQLException("syntax error", "42601")))
                        .status())
                .isEqualTo(500);
    }
}

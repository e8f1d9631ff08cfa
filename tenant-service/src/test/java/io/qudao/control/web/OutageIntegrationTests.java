package io.qudao.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.ControlPlaneTest;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** While the database is away, everybody is asked to come back. */
@ControlPlaneTest
class OutageIntegrationTests {

    @Autowired
    private ProblemAdvice advice;

    @Autowired
    private ErrorPages pages;

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    static Stream<RuntimeException> outages() {
        var cut = new SQLException("An I/O error occurred while sending to the backend.", "08006");
        var shutdown = new SQLException("terminating connection due to administrator command", "57P01");
        return Stream.of(
                new TransactionSystemException("Could not commit", cut),
                new UncategorizedSQLException("select", "select 1", shutdown),
                new IllegalStateException(new SQLException("the database system is starting up", "57P03")),
                new IllegalStateException(new SQLException("sorry, too many clients already", "53300")),
                new CannotCreateTransactionException("no connection"),
                new DataAccessResourceFailureException("no connection"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void asksToComeBackToHandlers(RuntimeException outage) throws IOException {
        advice.fail(outage, new MockHttpServletRequest("GET", "/api/v1/clients"), response);
        assertAskedToComeBack();
    }

    @ParameterizedTest
    @MethodSource("outages")
    void asksToComeBackToPagesAndTokens(RuntimeException outage) throws IOException {
        for (String path : new String[] {"/api/v1/clients", "/oauth2/token", "/sign-in"}) {
            response.reset();
            pages.show(failed(path, outage), response);
            assertAskedToComeBack();
        }
    }

    @Test
    void takesWhatItDoesNotKnowForAFaultOfOurs() throws IOException {
        var bug = new IllegalStateException(new SQLException("syntax error", "42601"));
        var page = pages.show(failed("/sign-in", bug), response);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getHeader("Retry-After")).isNull();
        assertThat(page).isNotNull();
        assertThat(page.getModel()).containsEntry("kind", 500);
    }

    private static MockHttpServletRequest failed(String path, RuntimeException failure) {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
        return request;
    }

    private void assertAskedToComeBack() {
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
    }
}

package io.qudao.rest.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.sql.SQLException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Translates any exception to a problem. An unknown one is a bug. */
final class Failures {
    private Failures() {}

    static Failure understand(Throwable thrown) {
        return switch (thrown) {
            case ProblemException problem -> Failure.of(problem);
            case AuthenticationServiceException down ->
                Failure.of(new ProblemException(CommonProblem.UNAVAILABLE, List.of(), down));
            case AuthenticationException refused -> Failure.of(new ProblemException(CommonProblem.UNAUTHENTICATED));
            case AccessDeniedException refused -> Failure.of(new ProblemException(CommonProblem.FORBIDDEN, ""));
            case DataAccessException failed -> Failure.of(ofDatabase(failed));
            case HttpMessageNotReadableException unread -> Failure.of(Bodies.understand(unread));
            case MethodArgumentTypeMismatchException wrong -> Refusals.understand(wrong);
            case ErrorResponse refusal -> Refusals.understand(refusal);
            case MultipartException broken -> ofRequest(broken);
            case InvalidParameterException broken -> ofRequest(broken);
            default -> understandCause(thrown);
        };
    }

    private static Failure ofRequest(Exception unreadable) {
        return Failure.of(new ProblemException(HttpProblem.REQUEST, List.of(), unreadable, ""));
    }

    private static Failure understandCause(Throwable thrown) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return Failure.of(problem);
            }
        }
        if (DatabaseOutage.caused(thrown)) {
            return Failure.of(new ProblemException(CommonProblem.UNAVAILABLE, List.of(), thrown));
        }
        return Failure.of(new ProblemException(CommonProblem.INTERNAL, List.of(), thrown));
    }

    private static ProblemException ofDatabase(DataAccessException failed) {
        if (DatabaseOutage.caused(failed)) {
            return new ProblemException(CommonProblem.UNAVAILABLE, List.of(), failed);
        }
        return switch (failed) {
            case OptimisticLockingFailureException stale -> new ProblemException(CommonProblem.STALE, List.of(), stale);
            case ConcurrencyFailureException busy -> new ProblemException(HttpProblem.BUSY, List.of(), busy);
            case QueryTimeoutException slow -> new ProblemException(HttpProblem.SLOW, List.of(), slow);
            case DuplicateKeyException twice -> new ProblemException(CommonProblem.CONFLICT, List.of(), twice);
            default -> ofState(sqlState(failed), failed);
        };
    }

    /** Translates what only the database can detect: texts and numbers that it cannot store. */
    private static ProblemException ofState(String state, DataAccessException failed) {
        if (state.equals("22021") || state.equals("22P05")) {
            return new ProblemException(
                    CommonProblem.INVALID_INPUT, List.of(Violation.of("", "unstorable_character")), failed);
        }
        if (state.equals("22007") || state.equals("22008")) {
            return new ProblemException(CommonProblem.INVALID_INPUT, List.of(Violation.of("", "malformed")), failed);
        }
        if (state.equals("22003")) {
            return new ProblemException(
                    CommonProblem.INVALID_INPUT, List.of(Violation.of("", "too_large_number")), failed);
        }
        return new ProblemException(CommonProblem.INTERNAL, List.of(), failed);
    }

    private static String sqlState(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failed && failed.getSQLState() != null) {
                return failed.getSQLState();
            }
        }
        return "";
    }
}

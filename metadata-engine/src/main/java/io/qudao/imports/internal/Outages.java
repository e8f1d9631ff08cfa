package io.qudao.imports.internal;

import io.qudao.kernel.ProblemCode;
import io.qudao.kernel.ProblemException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Recognises failures that are not caused by a row: the same work may succeed later. */
final class Outages {
    private Outages() {}

    static void rethrow(RuntimeException failed) {
        boolean outage = switch (failed) {
            case ConcurrencyFailureException busy -> true;
            case DataAccessResourceFailureException down -> true;
            case TransientDataAccessException transitory -> true;
            case TransactionException down -> true;
            case ProblemException problem -> problem.problem().kind() == ProblemCode.Kind.DEPENDENCY;
            default -> false;
        };
        if (outage) {
            throw failed;
        }
    }
}

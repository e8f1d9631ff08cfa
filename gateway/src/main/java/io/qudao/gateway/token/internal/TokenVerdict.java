package io.qudao.gateway.token.internal;

import io.qudao.gateway.Caller;
import io.qudao.gateway.Fault;

/** The result of verifying a token. */
sealed interface TokenVerdict {
    record Accepted(Caller caller) implements TokenVerdict {}

    /** Contains the reason for the {@code WWW-Authenticate} header. */
    record Rejected(Fault fault, String reason) implements TokenVerdict {}
}

package io.qudao.gateway.token.internal;

import io.qudao.gateway.Caller;
import io.qudao.gateway.Fault;

/** What came of verifying a token. */
sealed interface TokenVerdict {
    record Accepted(Caller caller) implements TokenVerdict {}

    /** With the reason for the {@code WWW-Authenticate} header. */
    record Rejected(Fault fault, String reason) implements TokenVerdict {}
}

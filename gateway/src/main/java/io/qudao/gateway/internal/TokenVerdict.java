package io.qudao.gateway.internal;

/** What came of verifying a token. */
sealed interface TokenVerdict {
    record Accepted(Caller caller) implements TokenVerdict {}

    /** With the reason for the {@code WWW-Authenticate} header. */
    record Rejected(Fault fault, String reason) implements TokenVerdict {}
}

package io.qudao.kernel;

/** The marks of tokens that open the API, as opposed to other tokens of the same issuer (RFC 9068). */
public final class AccessTokens {
    /** Header {@code typ}. */
    public static final String TYPE = "at+jwt";

    /** Claim {@code aud}. */
    public static final String AUDIENCE = "qudao-api";

    public static final String SCOPE = "api";

    /** Claim with the id of what the token was granted for: a person's sign-in session or a program's secret. */
    public static final String SESSION = "session";

    /** Redis channel for revocations: a message is the tenant's number followed by ids, separated by spaces. */
    public static final String REVOKED_CHANNEL = "qudao:revoked";

    private AccessTokens() {}
}

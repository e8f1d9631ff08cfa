package io.qudao.kernel;

/** What distinguishes the tokens that open the API from all others of the same issuer, as RFC 9068 has it. */
public final class AccessTokens {
    /** Header {@code typ}. */
    public static final String TYPE = "at+jwt";

    /** Claim {@code aud}. */
    public static final String AUDIENCE = "qudao-api";

    public static final String SCOPE = "api";

    /** Claim with the id of what the token was granted in: a person's sign-in session, or a secret of a program. */
    public static final String SESSION = "session";

    /** Redis channel that tells what was revoked: the tenant's number and ids after it, separated by spaces. */
    public static final String REVOKED_CHANNEL = "qudao:revoked";

    private AccessTokens() {}
}

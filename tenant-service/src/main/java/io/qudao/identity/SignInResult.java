package io.qudao.identity;

import java.time.Duration;

/** The result of a sign-in attempt. */
public sealed interface SignInResult {

    /** @param device what the browser is to store so that this member is recognised on it */
    record SignedIn(Membership member, String device) implements SignInResult {}

    /** The member does not exist or the password is wrong. */
    record Refused() implements SignInResult {}

    /** The attempt came too soon after earlier ones; the password was not checked. */
    record TooMany(Duration pause) implements SignInResult {}

    /** More passwords are being checked than this machine can handle; the attempt was not counted. */
    record Busy() implements SignInResult {}
}

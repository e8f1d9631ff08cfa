package io.qudao.identity;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInResult {

    /** @param device what the browser keeps from now on, so that this member is known on it */
    record SignedIn(Membership member, String device) implements SignInResult {}

    /** No such member, or not this password. */
    record Refused() implements SignInResult {}

    /** Too soon after the attempts before: the password was not even looked at. */
    record TooMany(Duration pause) implements SignInResult {}

    /** More passwords are being checked than this machine can; the attempt did not count. */
    record Busy() implements SignInResult {}
}

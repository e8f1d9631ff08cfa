package io.qudao.identity;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInResult {

    record SignedIn(Membership member) implements SignInResult {}

    /** No such member, or not this password. */
    record Refused() implements SignInResult {}

    /** Too many attempts: the password was not even looked at. */
    record TooMany(Duration pause) implements SignInResult {}

    /** More passwords are being checked than this machine can; the attempt did not count. */
    record Busy() implements SignInResult {}
}

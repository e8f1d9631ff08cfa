package io.qudao.identity.internal;

import io.qudao.identity.Attempts;
import java.time.Duration;
import java.util.Optional;

/** One place where attempts can be counted. */
interface Counter {

    Optional<Duration> count(String subject, Attempts.Limit limit);

    Optional<Duration> slow(String subject, Attempts.Slowing slowing);

    void giveBack(String subject);

    void forget(String subject);
}

package io.qudao.identity.internal;

import io.qudao.identity.Attempts;
import java.time.Duration;
import java.util.Optional;

/** A store in which attempts are counted. */
interface Counter {

    Optional<Duration> count(String subject, Attempts.Limit limit);

    Optional<Duration> slow(String subject, Attempts.Slowing slowing);

    void giveBack(String subject);

    void forget(String subject);
}

package io.qudao.deploy.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The delay before a service that died is started again, doubled after each consecutive death. */
final class BackOff {

    /** A service that ran this long has recovered, so its next death counts as the first. */
    static final Duration RECOVERED = Duration.ofMinutes(1);

    private final Duration first;
    private final Duration longest;
    private final Map<String, Integer> deaths = new HashMap<>();

    BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /**
     * Counts a death of {@code service} after it had run for {@code ran}; returns the number of consecutive deaths.
     */
    synchronized int died(String service, Duration ran) {
        return deaths.merge(service, 1, (before, one) -> ran.compareTo(RECOVERED) < 0 ? before + one : one);
    }

    /** Returns the delay after the given number of consecutive deaths. */
    Duration pause(int deaths) {
        int doublings = Math.min(deaths - 1, 10);
        Duration pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}

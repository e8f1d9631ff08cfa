package io.qudao.deploy.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long to wait before a service that died is started again: twice as long after each death in a row. */
final class BackOff {

    /** A service that ran this long has recovered: its next death is a first one again. */
    static final Duration RECOVERED = Duration.ofMinutes(1);

    private final Duration first;
    private final Duration longest;
    private final Map<String, Integer> deaths = new HashMap<>();

    BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** Counts a death of {@code service} after it had run for {@code ran}; returns the deaths in a row. */
    synchronized int died(String service, Duration ran) {
        return deaths.merge(service, 1, (before, one) -> ran.compareTo(RECOVERED) < 0 ? before + one : one);
    }

    /** The pause before the start that follows the given number of deaths in a row. */
    Duration pause(int deaths) {
        int doublings = Math.min(deaths - 1, 10);
        Duration pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}

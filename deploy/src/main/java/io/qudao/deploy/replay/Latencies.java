package io.qudao.deploy.replay;

import java.util.Arrays;

/** Durations in nanoseconds, and their percentiles in milliseconds. */
public final class Latencies {
    private long[] values = new long[1_024];
    private int count;

    public synchronized void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
    }

    /** Returns a percentile by nearest rank; 0 if nothing was measured. */
    public synchronized double percentile(double share) {
        if (count == 0) {
            return 0;
        }
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        int rank = Math.clamp((long) Math.ceil(share * count) - 1, 0, count - 1);
        return Math.round(sorted[rank] / 1e4) / 100.0;
    }

    public synchronized int count() {
        return count;
    }
}

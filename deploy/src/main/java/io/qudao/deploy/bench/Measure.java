package io.qudao.deploy.bench;

/**
 * One result of a benchmark.
 *
 * @param target the minimum (or, with {@code atMost}, the maximum) to reach; NaN if there is no target
 */
public record Measure(String name, double target, boolean atMost, double measured, String unit) {
    static Measure atLeast(String name, double target, double measured, String unit) {
        return new Measure(name, target, false, measured, unit);
    }

    static Measure atMost(String name, double target, double measured, String unit) {
        return new Measure(name, target, true, measured, unit);
    }

    /** Returns a figure without a target, for comparison with others. */
    static Measure figure(String name, double measured, String unit) {
        return new Measure(name, Double.NaN, false, measured, unit);
    }

    /** Returns {@code met}, {@code short}, or an empty text if there is no target. */
    String verdict() {
        if (Double.isNaN(target)) {
            return "";
        }
        return (atMost ? measured <= target : measured >= target) ? "met" : "short";
    }
}

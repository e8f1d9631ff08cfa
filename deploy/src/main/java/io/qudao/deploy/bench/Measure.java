package io.qudao.deploy.bench;

/**
 * One line of a benchmark.
 *
 * @param target the least (or, with {@code atMost}, the most) that is wanted; not a number where there is no target
 */
public record Measure(String name, double target, boolean atMost, double measured, String unit) {
    static Measure atLeast(String name, double target, double measured, String unit) {
        return new Measure(name, target, false, measured, unit);
    }

    static Measure atMost(String name, double target, double measured, String unit) {
        return new Measure(name, target, true, measured, unit);
    }

    /** A figure that others are compared with. */
    static Measure figure(String name, double measured, String unit) {
        return new Measure(name, Double.NaN, false, measured, unit);
    }

    /** {@code met}, {@code short}, or nothing where there is no target. */
    String verdict() {
        if (Double.isNaN(target)) {
            return "";
        }
        return (atMost ? measured <= target : measured >= target) ? "met" : "short";
    }
}

package io.qudao.deploy.bench;

import java.util.List;

/** One benchmark against a stack made for it. */
interface Benchmark {
    String name();

    String summary();

    /** Returns the number of platform nodes it needs. */
    default int nodes() {
        return 1;
    }

    /** Fails if anything it needs besides a stack is missing. */
    default void require() {}

    List<Measure> run(Bench bench) throws Exception;
}

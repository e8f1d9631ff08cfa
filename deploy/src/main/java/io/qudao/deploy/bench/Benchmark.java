package io.qudao.deploy.bench;

import java.util.List;

/** One benchmark against a stack made for it. */
interface Benchmark {
    String name();

    String summary();

    /** How many platform nodes it wants. */
    default int nodes() {
        return 1;
    }

    /** Fails if what it needs besides a stack is not there. */
    default void require() {}

    List<Measure> run(Bench bench) throws Exception;
}

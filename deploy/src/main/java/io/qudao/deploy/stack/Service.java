package io.qudao.deploy.stack;

import java.time.Duration;

/** One process of the stack. */
sealed interface Service permits Postgres, Redis, Elasticsearch, Program {

    String name();

    int port();

    /** Creates what the process needs; called before every start. */
    void prepare();

    Launch launch();

    /** Checks whether the process is ready. A failure means that it never will be. */
    boolean answers();

    /** Returns how long it may take from its start to its first response. */
    Duration patience();

    Stage stage();

    /** Returns the signal that asks it to end. */
    default StopSignal stopSignal() {
        return StopSignal.TERM;
    }

    /** Returns how long it may take to end before it is killed. */
    default Duration grace() {
        return Duration.ofSeconds(15);
    }

    /** Called when the process has ended normally. */
    default void ended() {}

    /** The position of a service; the stack stops from the edge inwards. */
    enum Stage {
        STORE,
        SIGNAL,
        CONTROL,
        NODE,
        EDGE
    }
}

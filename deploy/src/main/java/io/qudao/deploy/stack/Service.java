package io.qudao.deploy.stack;

import java.time.Duration;

/** One process of the stack. */
sealed interface Service permits Postgres, Redis, Elasticsearch, Program {

    String name();

    int port();

    /** Makes what the process needs to start; called before every start. */
    void prepare();

    Launch launch();

    /** One probe: whether the process does its work now. A failure means that it never will. */
    boolean answers();

    /** How long it may take from its start to its first answer. */
    Duration patience();

    Stage stage();

    /** How it is asked to end. */
    default StopSignal stopSignal() {
        return StopSignal.TERM;
    }

    /** How long it may take to end before it is killed. */
    default Duration grace() {
        return Duration.ofSeconds(15);
    }

    /** Called when the process has ended in order. */
    default void ended() {}

    /** Where a service stands; the stack ends from the edge inwards. */
    enum Stage {
        STORE,
        SIGNAL,
        CONTROL,
        NODE,
        EDGE
    }
}

package io.qudao.deploy.stack;

import java.time.Duration;

/** Receives the progress of a stack's start and stop. Called from several threads. */
public interface Progress {

    void starting(String service);

    void ready(String service, Duration took);

    /** Receives a message for the user: an orphan was stopped, a node was started again. */
    void note(String text);

    /** Returns a progress that ignores everything. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void starting(String service) {}

            @Override
            public void ready(String service, Duration took) {}

            @Override
            public void note(String text) {}
        };
    }
}

package io.qudao.deploy.stack;

import java.time.Duration;

/** Hears how a stack comes up and goes down. Called from several threads. */
public interface Progress {

    void starting(String service);

    void ready(String service, Duration took);

    /** Anything a person should read: an orphan stopped, a node started again. */
    void note(String text);

    /** A progress that says nothing. */
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

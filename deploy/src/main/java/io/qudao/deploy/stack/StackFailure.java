package io.qudao.deploy.stack;

import java.util.List;

/** The stack cannot start or continue; the message is for the user at the terminal, the advice says what helps. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> advice;

    StackFailure(String message, String... advice) {
        this(message, List.of(advice));
    }

    StackFailure(String message, List<String> advice) {
        super(message);
        this.advice = List.copyOf(advice);
    }

    /** Returns the lines to show below the message. */
    public List<String> advice() {
        return advice;
    }
}

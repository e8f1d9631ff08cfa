package io.qudao.rest.internal;

import java.io.IOException;

/** A body exceeded its limit. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    private final String limit;

    BodyTooLargeException(String limit) {
        super("The body is larger than " + limit);
        this.limit = limit;
    }

    String limit() {
        return limit;
    }
}

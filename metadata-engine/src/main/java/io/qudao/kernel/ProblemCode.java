package io.qudao.kernel;

/** A named kind of failure, owned by one module as an enum. Its text is the message {@code problem.<code>}. */
public interface ProblemCode {
    /** Returns the stable, dotted, lower-case code, such as {@code ordering.price_missing}. */
    String code();

    Kind kind();

    /** What a failure means to the caller. */
    enum Kind {
        /** The input is wrong; correct it and send it again. */
        USER(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        /** It does not exist, or the caller may not know that it does. */
        NOT_FOUND(404),
        /** Valid in itself, but in conflict with the current state. */
        CONFLICT(409),
        /** The record changed since it was read (If-Match). */
        STALE(412),
        TOO_LARGE(413),
        /** Well-formed, but against a business rule. */
        RULE(422),
        /** The request must state which version of the record it changes (If-Match). */
        UNCONDITIONAL(428),
        LIMIT(429),
        INTERNAL(500),
        /** A service that is needed is down; nothing was changed. */
        DEPENDENCY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** Returns the HTTP status of the response. */
        public int status() {
            return status;
        }
    }
}

package io.qudao.kernel;

/** A named way to fail, owned by one module as an enum; its text is the message {@code problem.<code>}. */
public interface ProblemCode {
    /** Stable, dotted, lower case, such as {@code ordering.price_missing}. */
    String code();

    Kind kind();

    /** What a failure means to the caller. */
    enum Kind {
        /** The input is wrong: mend it and send again. */
        USER(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        /** Not there, or not for this caller to know of. */
        NOT_FOUND(404),
        /** True, but against the present state. */
        CONFLICT(409),
        /** The record changed since it was read (If-Match). */
        STALE(412),
        TOO_LARGE(413),
        /** Well-formed, but against a rule of the business. */
        RULE(422),
        /** Say which version of the record is meant (If-Match). */
        UNCONDITIONAL(428),
        LIMIT(429),
        INTERNAL(500),
        /** Something that we need is down; nothing was changed. */
        DEPENDENCY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status of the answer. */
        public int status() {
            return status;
        }
    }
}

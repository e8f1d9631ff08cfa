package io.qudao.outbox.internal;

/** A consumer threw: the transaction it worked in is given up, and what it was given is kept for it. */
final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String consumer;
    private final long position;

    RejectedException(String consumer, long position, RuntimeException cause) {
        super(consumer + " rejects message " + position, cause);
        this.consumer = consumer;
        this.position = position;
    }

    String consumer() {
        return consumer;
    }

    /** Of the first message it was given. */
    long position() {
        return position;
    }
}

package io.qudao.outbox.internal;

/** A consumer threw an exception: its transaction is rolled back, and the messages it was given are kept for it. */
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

    /** Returns the position of the first message it was given. */
    long position() {
        return position;
    }
}

package io.qudao.gateway.relay.internal;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One backend process, and whether it is up: by its own word, and by whether it listens. What becomes of single requests
 * says nothing about it, for their clients decide about that, too.
 */
final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final String name;
    private final String base;
    private final int silencesToLeave;
    private final AtomicBoolean up = new AtomicBoolean(true);
    private final AtomicInteger silences = new AtomicInteger();

    Node(String name, URI base, int silencesToLeave) {
        this.name = name;
        this.base = base.getScheme() + "://" + base.getRawAuthority();
        this.silencesToLeave = silencesToLeave;
    }

    String name() {
        return name;
    }

    URI resolve(String pathAndQuery) {
        return URI.create(base + pathAndQuery);
    }

    boolean isUp() {
        return up.get();
    }

    /** It said whether it is ready. */
    void answered(boolean ready) {
        silences.set(0);
        become(ready, ready ? "is ready" : "is not ready");
    }

    /** It does not listen: it is gone. */
    void refused() {
        silences.set(0);
        become(false, "refuses connections");
    }

    /** Whether a failed call says that nobody listens, rather than that somebody, or this machine, is busy. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof ConnectException
                && !(failure instanceof ConnectTimeoutException)
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("refused");
    }

    /** It did not answer in time: it may only be busy. */
    void keptSilent() {
        if (silences.incrementAndGet() >= silencesToLeave) {
            become(false, "does not answer");
        }
    }

    private void become(boolean usable, String reason) {
        if (up.compareAndSet(!usable, usable)) {
            LOG.info("node {} at {} {}", name, base, reason);
        }
    }
}

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
 * A backend process and whether it is up, according to its own probe and to whether it accepts connections. The outcome
 * of individual requests is not used, because clients can influence it.
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

    /** Records a probe's result. */
    void answered(boolean ready) {
        silences.set(0);
        become(ready, ready ? "is ready" : "is not ready");
    }

    /** Records that the node refuses connections and is therefore down. */
    void refused() {
        silences.set(0);
        become(false, "refuses connections");
    }

    /** Returns whether a failed call means that nobody listens, as opposed to the node or this machine being busy. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof ConnectException
                && !(failure instanceof ConnectTimeoutException)
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("refused");
    }

    /** Records that the node did not respond in time; it may only be busy. */
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

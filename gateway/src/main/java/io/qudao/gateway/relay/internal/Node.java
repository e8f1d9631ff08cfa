package io.qudao.gateway.relay.internal;

import io.netty.channel.ConnectTimeoutException;
import io.qudao.gateway.IncomingRequest;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backend process and whether it is up, according to its own probe and to whether it accepts connections. The outcome
 * of individual requests is not used, because clients can influence it.
 */
final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private static final int HTTP = 80;

    private final String name;
    private final String base;
    private final @Nullable SocketAddress address;
    private final int silencesToLeave;
    private final AtomicBoolean up = new AtomicBoolean(true);
    private final AtomicInteger silences = new AtomicInteger();

    Node(String name, URI base, int silencesToLeave) {
        this.name = name;
        this.address = base.getScheme().equals("http")
                ? InetSocketAddress.createUnresolved(base.getHost(), base.getPort() < 0 ? HTTP : base.getPort())
                : null;
        this.base = base.getScheme() + "://" + base.getRawAuthority();
        this.silencesToLeave = silencesToLeave;
    }

    String name() {
        return name;
    }

    /** Returns the address for plain connections; null if connections have to be encrypted. */
    @Nullable
    SocketAddress address() {
        return address;
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

    /** Logs that a request to the node failed, and records a refused connection. */
    void failed(IncomingRequest request, Throwable failure) {
        LOG.warn("request {} of {}: node {}: {}", request.requestId(), request.slug(), name, failure.toString());
        if (isRefusal(failure)) {
            refused();
        }
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

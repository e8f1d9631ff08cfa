package io.qudao.gateway.relay.internal;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpRequest;
import io.qudao.gateway.AdmittedCall;
import io.qudao.gateway.Destination;
import io.qudao.gateway.DirectAdmission;
import io.qudao.gateway.GatewaySettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The state that the direct relays of all connections share. When the gateway stops, it waits for calls under way. */
@Component
final class DirectRelays implements SmartLifecycle {
    private final DirectAdmission admission;
    private final Upstreams upstreams;
    private final DirectMetrics metrics;
    private final AnswerCompression compression;
    private final int connectMillis;
    private final long timeoutMillis;
    private final Map<EventLoop, NodeConnections> connections = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean running;
    private volatile @Nullable Runnable whenEmpty;

    DirectRelays(
            DirectAdmission admission,
            Upstreams upstreams,
            DirectMetrics metrics,
            ServerProperties server,
            GatewaySettings settings) {
        this.admission = admission;
        this.upstreams = upstreams;
        this.metrics = metrics;
        metrics.watch(underWay);
        this.compression = new AnswerCompression(server.getCompression());
        this.connectMillis = (int) settings.connectTimeout().toMillis();
        this.timeoutMillis = settings.apiTimeout().toMillis();
    }

    @Nullable
    AdmittedCall admit(HttpRequest call, Channel client) {
        AdmittedCall admitted = running ? admission.admit(call, client) : null;
        if (admitted != null) {
            underWay.incrementAndGet();
        }
        return admitted;
    }

    /** Returns the next node in turn; empty if it needs encrypted connections. */
    Optional<Node> choose(Destination destination) {
        return upstreams.of(destination).choose(null, List.of()).filter(node -> node.address() != null);
    }

    NodeConnections connections(Channel client) {
        return connections.computeIfAbsent(
                client.eventLoop(), loop -> new NodeConnections(loop, client.getClass(), connectMillis));
    }

    long timeoutMillis() {
        return timeoutMillis;
    }

    AnswerCompression compression() {
        return compression;
    }

    void answered(BufferedCall call, Destination destination, int status, long nanos) {
        metrics.record(call.head().method().name(), destination, status, nanos);
    }

    /** Records that an admitted call has ended. */
    void ended() {
        Runnable waiting = whenEmpty;
        if (underWay.decrementAndGet() == 0 && waiting != null) {
            waiting.run();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Runs before the server closes its connections, because the server does not know of direct calls. */
    @Override
    public void stop(Runnable stopped) {
        running = false;
        whenEmpty = stopped;
        if (underWay.get() == 0) {
            stopped.run();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package io.qudao.gateway;

import io.netty.channel.ChannelFuture;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.resources.LoopResources;

/** A real HTTP and websocket server in the place of a platform node or the tenant-service. */
final class Backend implements AutoCloseable {
    /** What arrived: the request line, and its headers in lower case. */
    record Seen(String method, String uri, Map<String, String> headers, String body) {}

    static final int LARGE = 1_000_000;

    /** Not the loops of the gateway, which end with it. */
    static final LoopResources LOOPS = LoopResources.create("backend", 2, true);

    private final String name;
    private final int port;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>>> answers =
            new ConcurrentHashMap<>();
    private final AtomicInteger probes = new AtomicInteger();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile boolean ready = true;
    private volatile @Nullable DisposableServer server;

    Backend(String name) {
        this.name = name;
        this.port = TestRedis.freePort();
        start();
    }

    /** As after a fresh start: listening, ready, with nothing seen. */
    void reset() {
        if (server == null) {
            start();
        }
        ready = true;
        seen.clear();
        answers.clear();
    }

    private void start() {
        server = HttpServer.create()
                .runOn(LOOPS)
                .host("127.0.0.1")
                .port(port)
                .channelGroup(connections)
                .httpRequestDecoder(spec -> spec.maxHeaderSize(64 * 1024))
                .handle(this::answer)
                .bindNow();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        if (server == null) {
            return breakOff(request);
        }
        if (request.uri().equals("/actuator/health/readiness")) {
            probes.incrementAndGet();
            return response.status(ready ? 200 : 503).send();
        }
        if (request.uri().startsWith("/push")) {
            record(request, "");
            return response.sendWebsocket(
                    (in, out) -> out.sendObject(
                            in.aggregateFrames(LARGE)
                                    .receive()
                                    .asString()
                                    .map(text -> new TextWebSocketFrame(name + " heard " + text)),
                            frame -> true),
                    WebsocketServerSpec.builder().maxFramePayloadLength(LARGE).build());
        }
        var own = answers.get(request.path());
        if (own != null) {
            record(request, "");
            return own.apply(request, response);
        }
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            record(request, body);
            return response.header("X-Node", name)
                    .header("Server", "secret/1.0")
                    .header("Content-Type", "text/plain")
                    .sendString(Mono.just(name + " answers"))
                    .then();
        });
    }

    /** An answer that never comes, for the connection is closed instead. */
    static Publisher<Void> breakOff(HttpServerRequest request) {
        request.withConnection(connection -> {
            ChannelFuture ignored = connection.channel().close();
        });
        return Mono.never();
    }

    private void record(HttpServerRequest request, String body) {
        Map<String, String> headers = new ConcurrentHashMap<>();
        request.requestHeaders()
                .forEach(header -> headers.merge(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue(),
                        (first, second) -> first + ", " + second));
        seen.add(new Seen(request.method().name(), request.uri(), headers, body));
    }

    Backend on(String path, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
        answers.put("/".equals(path) ? "" : path.substring(1), answer);
        return this;
    }

    void ready(boolean now) {
        ready = now;
    }

    int probes() {
        return probes.get();
    }

    int connections() {
        return connections.size();
    }

    List<Seen> seen() {
        return seen;
    }

    Seen last() {
        return seen.getLast();
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Like the end of a process: port and connections are closed at once. */
    @Override
    public void close() {
        DisposableServer running = server;
        if (running != null) {
            server = null;
            running.channel().close().syncUninterruptibly();
            connections.close().syncUninterruptibly();
        }
    }
}

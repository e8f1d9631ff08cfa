package io.qudao.gateway.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A real HTTP and websocket server in the place of a platform node or the tenant-service. */
final class Backend implements AutoCloseable {
    /** What arrived: the request line, and its headers in lower case. */
    record Seen(String method, String uri, Map<String, String> headers, String body) {}

    private final String name;
    private final int port;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>>> answers =
            new ConcurrentHashMap<>();
    private volatile boolean ready = true;
    private volatile @Nullable DisposableServer server;

    Backend(String name) {
        this.name = name;
        this.port = TestRedis.freePort();
        start();
    }

    void start() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .httpRequestDecoder(spec -> spec.maxHeaderSize(64 * 1024))
                .handle(this::answer)
                .bindNow();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        if (request.uri().equals("/actuator/health/readiness")) {
            return response.status(ready ? 200 : 503).send();
        }
        if (request.uri().startsWith("/push")) {
            record(request, "");
            return response.sendWebsocket(
                    (in, out) -> out.sendString(in.receive().asString().map(text -> name + " heard " + text)));
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

    List<Seen> seen() {
        return seen;
    }

    Seen last() {
        return seen.getLast();
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        DisposableServer running = server;
        if (running != null) {
            running.disposeNow(Duration.ofSeconds(5));
            server = null;
        }
    }
}

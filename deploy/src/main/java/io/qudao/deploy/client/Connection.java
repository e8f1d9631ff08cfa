package io.qudao.deploy.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends requests to a gateway on this machine for the host of a tenant. Java does not resolve {@code *.localhost}, so
 * the host is set in the Host header; the JDK allows that if {@code jdk.httpclient.allowRestrictedHeaders=host} is set.
 */
final class Connection {
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final String BUSY = "rest.busy";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http;
    private final URI base;

    Connection(URI base) {
        this(
                base,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build());
    }

    private Connection(URI base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    /** Returns the connection for another port. */
    Connection at(int port) {
        return new Connection(URI.create("http://localhost:" + port), http);
    }

    /** Returns the base URL itself, without a tenant. */
    URI base() {
        return base;
    }

    /** Sends a request once. */
    Answer send(String host, String method, String path, BodyPublisher body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + base.getPort() + path))
                .timeout(Duration.ofMinutes(2))
                .header("Host", host)
                .method(method, body);
        headers.forEach(request::header);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    Answer persist(String host, String method, String path, String json, Map<String, String> headers)
            throws InterruptedException {
        return persist(
                host,
                method,
                path,
                () -> json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
                headers);
    }

    /**
     * Sends a request and repeats it while the system is unavailable or busy; only for requests that may be sent twice.
     */
    Answer persist(String host, String method, String path, Supplier<BodyPublisher> body, Map<String, String> headers)
            throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        for (long pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
            try {
                var answer = send(host, method, path, body.get(), headers);
                if (!passing(answer) || System.nanoTime() > giveUp) {
                    return answer;
                }
            } catch (IOException away) {
                if (System.nanoTime() > giveUp) {
                    throw new java.io.UncheckedIOException(away);
                }
            }
            Thread.sleep(Duration.ofMillis(pause));
        }
    }

    private static boolean passing(Answer answer) {
        return PASSING.contains(answer.status())
                || (answer.status() == 409 && answer.code().equals(BUSY));
    }
}

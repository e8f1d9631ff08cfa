package io.qudao.gateway;

import com.nimbusds.jose.jwk.RSAKey;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.qudao.gateway.relay.internal.NodeStates;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

/** The real gateway on a free port, between a tenant-service and platform nodes of the test. */
public final class RunningGateway implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static {
        // Machines that build are busy: what is awaited may take its time.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    record Answer(int status, HttpHeaders headers, String body) {
        String header(String name) {
            return String.valueOf(headers.get(name));
        }
    }

    final RSAKey key = TokenFixture.key("one");
    final Backend tenantService = new Backend("tenant-service");
    final List<Backend> nodes;
    private final AtomicReference<String> keySet = new AtomicReference<>(TokenFixture.set(key));
    private final ConfigurableApplicationContext context;

    public RunningGateway(int nodeCount, String... settings) {
        nodes = new ArrayList<>();
        tenantService.on("/oauth2/jwks", (request, response) -> response.sendString(Mono.fromSupplier(keySet::get)));
        Map<String, String> properties = new TreeMap<>(Map.of(
                "server.port", "0",
                "management.server.port", "0",
                "spring.data.redis.url", TestRedis.url(),
                "spring.data.redis.timeout", "2s",
                "qudao.gateway.health.period", "100ms",
                "qudao.gateway.tenant-service", tenantService.base()));
        for (int i = 1; i <= nodeCount; i++) {
            nodes.add(new Backend("n" + i));
            properties.put("qudao.gateway.nodes.n" + i, nodes.getLast().base());
        }
        for (String setting : settings) {
            properties.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        context = new SpringApplicationBuilder(GatewayApplication.class)
                .run(properties.entrySet().stream().map(entry -> "--" + entry).toArray(String[]::new));
    }

    /** Resets all nodes to a fresh state and informs the gateway. */
    void reset() {
        nodes.forEach(Backend::reset);
        NodeStates.reset(context);
    }

    boolean isUp(String name) {
        return NodeStates.isUp(context, name);
    }

    void publish(RSAKey... keys) {
        keySet.set(TokenFixture.set(keys));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String host(String slug) {
        return slug + ".localhost:" + port("local.server.port");
    }

    String token(String slug) {
        return TokenFixture.token(key, "http://" + host(slug), slug, Duration.ofMinutes(10));
    }

    Answer get(String host, String path, String... headers) {
        return send(HttpMethod.GET, host, path, "", headers);
    }

    Answer api(String slug, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token(slug)));
        all.addAll(List.of(headers));
        return get(host(slug), path, all.toArray(String[]::new));
    }

    Answer send(HttpMethod method, String host, String path, String body, String... headers) {
        return exchange("local.server.port", method, host, path, body, headers);
    }

    Answer management(String path) {
        return exchange("local.management.port", HttpMethod.GET, "127.0.0.1", path, "");
    }

    private Answer exchange(String port, HttpMethod method, String host, String path, String body, String... headers) {
        return Objects.requireNonNull(HttpClient.newConnection()
                .runOn(Backend.LOOPS)
                .headers(all -> {
                    all.set("Host", host);
                    for (int i = 0; i < headers.length; i += 2) {
                        all.add(headers[i], headers[i + 1]);
                    }
                })
                .request(method)
                .uri(URI.create("http://127.0.0.1:" + port(port) + path))
                .send(ByteBufFlux.fromString(body.isEmpty() ? Mono.empty() : Mono.just(body)))
                .responseSingle((response, content) -> content.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Answer(response.status().code(), response.responseHeaders(), text)))
                .block(PATIENCE));
    }

    /** Says one thing on a websocket of a tenant and returns what comes back. */
    String say(String slug, String path, String text, Map<String, String> headers) {
        return Objects.requireNonNull(HttpClient.newConnection()
                .runOn(Backend.LOOPS)
                .headers(all -> {
                    all.set("Host", host(slug));
                    headers.forEach(all::set);
                })
                .websocket(WebsocketClientSpec.builder()
                        .maxFramePayloadLength(Backend.LARGE)
                        .build())
                .uri("ws://127.0.0.1:" + port("local.server.port") + path)
                .handle((in, out) -> out.sendString(Mono.just(text))
                        .then()
                        .thenMany(in.aggregateFrames(Backend.LARGE)
                                .receive()
                                .asString()
                                .take(1)))
                .next()
                .block(PATIENCE));
    }

    int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    @Override
    public void close() {
        context.close();
        tenantService.close();
        nodes.forEach(Backend::close);
    }
}

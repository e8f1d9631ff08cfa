package io.qudao.control.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real HTTP server in place of the platform: it records the requests it received and can be made to fail. */
public final class StandingPlatform {

    public static final StandingPlatform INSTANCE = new StandingPlatform();

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final List<JsonNode> tenants = new CopyOnWriteArrayList<>();
    private final Set<String> mighty = ConcurrentHashMap.newKeySet();
    private final AtomicReference<String> refused = new AtomicReference<>("");
    private final Map<String, Runnable> listeners = new ConcurrentHashMap<>();

    private StandingPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/internal/tenants", this::answer);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns everything it received about a tenant, in order. */
    public List<JsonNode> told(String slug) {
        return tenants.stream()
                .filter(tenant -> tenant.get("slug").asString().equals(slug))
                .toList();
    }

    /** Answers 503 for this tenant until it is let again. */
    public void refuse(String slug) {
        refused.set(slug);
    }

    /** Runs at the next message about this tenant. */
    public void onTold(String slug, Runnable listener) {
        listeners.put(slug, listener);
    }

    public void acceptAll() {
        refused.set("");
    }

    /** Gives a member all rights from now on. */
    public void grantAll(String subject) {
        mighty.add(subject);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        if (path.length == 3) {
            create(exchange);
            return;
        }
        try (exchange) {
            var rights = ("{\"all\":" + mighty.contains(path[5]) + "}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, rights.length);
            exchange.getResponseBody().write(rights);
        }
    }

    private void create(HttpExchange exchange) throws IOException {
        try (exchange) {
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (!("Bearer " + ControlStack.INTERNAL_SECRET).equals(authorization)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var tenant = json.readTree(exchange.getRequestBody());
            if (tenant.get("slug").asString().equals(refused.get())) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            tenants.add(tenant);
            exchange.sendResponseHeaders(201, -1);
            var listener = listeners.remove(tenant.get("slug").asString());
            if (listener != null) {
                listener.run();
            }
        }
    }
}

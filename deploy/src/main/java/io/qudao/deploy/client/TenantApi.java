package io.qudao.deploy.client;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The REST API of one tenant. Renews its token in time and repeats requests after temporary failures. */
public final class TenantApi {
    private static final String PARTNER = "X-Qudao-Partner";
    private static final Set<String> FINAL = Set.of("DONE", "REJECTED", "CANCELLED");

    private final Connection connection;
    private final String host;
    private final Tokens tokens;
    private final Map<String, String> always;

    TenantApi(Connection connection, String host, Credentials credentials) {
        this(connection, host, new Tokens(connection, host, credentials), Map.of());
    }

    private TenantApi(Connection connection, String host, Tokens tokens, Map<String, String> always) {
        this.connection = connection;
        this.host = host;
        this.tokens = tokens;
        this.always = always;
    }

    /** Returns the API, acting for a partner instead of the client's own. */
    public TenantApi actingFor(String partner) {
        return new TenantApi(connection, host, tokens, Map.of(PARTNER, partner));
    }

    /** Returns the API at another port of this machine, such as a platform node's own, bypassing the gateway. */
    public TenantApi at(int port) {
        return new TenantApi(connection.at(port), host, tokens, always);
    }

    /** Sends a request once, for callers that want to see failures. */
    public Answer once(String method, String path) throws IOException, InterruptedException {
        return connection.send(host, method, path, BodyPublishers.noBody(), headers("application/json", Map.of()));
    }

    public Answer get(String path) throws InterruptedException {
        return call("GET", path, "", Map.of());
    }

    /** Sends a request that the platform executes only once, or that may be executed twice. */
    public Answer post(String path, String json, Map<String, String> headers) throws InterruptedException {
        return call("POST", path, json, headers);
    }

    public Answer put(String path, String json) throws InterruptedException {
        return put(path, json, Map.of());
    }

    public Answer put(String path, String json, Map<String, String> headers) throws InterruptedException {
        return call("PUT", path, json, headers);
    }

    /** Uploads the bytes of a file in place of the previous ones. */
    public Answer upload(String path, String type, byte[] bytes) throws InterruptedException {
        return connection.persist(host, "PUT", path, () -> BodyPublishers.ofByteArray(bytes), headers(type, Map.of()));
    }

    /** Imports a CSV file once per key; returns the finished job. */
    public JsonNode importFile(String target, Path file, String mode, String key) throws InterruptedException {
        String path = "/api/v1/imports?target=" + target + "&mode=" + mode + "&fileName="
                + URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
        var job = start(path, file, key).orFail("Importing " + target).json();
        while (!isFinal(job.path("state").asString())) {
            Thread.sleep(Duration.ofMillis(250));
            job = get("/api/v1/imports/" + job.path("id").asString())
                    .orFail("Asking for the import of " + target)
                    .json();
        }
        return job;
    }

    private Answer start(String path, Path file, String key) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                var headers = headers("text/csv; charset=utf-8", Map.of("Idempotency-Key", key));
                var answer = connection.send(host, "POST", path, BodyPublishers.ofFile(file), headers);
                if (answer.status() < 500 || attempt == 20) {
                    return answer;
                }
            } catch (IOException away) {
                if (attempt == 20) {
                    throw new java.io.UncheckedIOException(away);
                }
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private Answer call(String method, String path, String json, Map<String, String> more) throws InterruptedException {
        var answer = connection.persist(host, method, path, json, headers("application/json", more));
        if (answer.status() != 401) {
            return answer;
        }
        tokens.forget();
        return connection.persist(host, method, path, json, headers("application/json", more));
    }

    private Map<String, String> headers(String type, Map<String, String> more) throws InterruptedException {
        var headers = new HashMap<>(always);
        headers.putAll(more);
        headers.put("Authorization", "Bearer " + tokens.current());
        headers.put("Content-Type", type);
        headers.put("Accept-Language", "en");
        return headers;
    }

    private static boolean isFinal(String state) {
        return FINAL.contains(state.toUpperCase(Locale.ROOT));
    }
}

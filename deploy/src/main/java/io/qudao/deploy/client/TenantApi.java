package io.qudao.deploy.client;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The REST API of one tenant; keeps its token fresh and repeats what a passing fault stopped. */
public final class TenantApi {
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final Connection connection;
    private final String host;
    private final Credentials credentials;
    private String token = "";
    private long renewAt = System.nanoTime();

    TenantApi(Connection connection, String host, Credentials credentials) {
        this.connection = connection;
        this.host = host;
        this.credentials = credentials;
    }

    public Answer get(String path) throws InterruptedException {
        return call("GET", path, "", Map.of());
    }

    /** A request that the platform does once only, or that may be done twice. */
    public Answer post(String path, String json, Map<String, String> headers) throws InterruptedException {
        return call("POST", path, json, headers);
    }

    public Answer put(String path, String json) throws InterruptedException {
        return call("PUT", path, json, Map.of());
    }

    /** Sends a file's bytes once. */
    public Answer upload(String method, String path, String type, byte[] bytes)
            throws IOException, InterruptedException {
        return connection.send(host, method, path, BodyPublishers.ofByteArray(bytes), headers(type, Map.of()));
    }

    /** Imports a CSV file; the same key imports it once. Answers the finished job. */
    public JsonNode importFile(String target, Path file, String mode, String key) throws InterruptedException {
        String path = "/api/v1/imports?target=" + target + "&mode=" + mode + "&file="
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
        forget();
        return connection.persist(host, method, path, json, headers("application/json", more));
    }

    private Map<String, String> headers(String type, Map<String, String> more) throws InterruptedException {
        var headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + token());
        headers.put("Content-Type", type);
        headers.put("Accept-Language", "en");
        return headers;
    }

    private synchronized void forget() {
        token = "";
    }

    private synchronized String token() throws InterruptedException {
        if (token.isEmpty() || System.nanoTime() - renewAt > 0) {
            var basic = Base64.getEncoder()
                    .encodeToString((credentials.id() + ":" + credentials.secret()).getBytes(StandardCharsets.UTF_8));
            var answer = connection
                    .persist(
                            host,
                            "POST",
                            "/oauth2/token",
                            "grant_type=client_credentials&scope=api",
                            Map.of(
                                    "Authorization",
                                    "Basic " + basic,
                                    "Content-Type",
                                    "application/x-www-form-urlencoded"))
                    .orFail("Asking for a token")
                    .json();
            token = answer.path("access_token").asString();
            long seconds = answer.path("expires_in").asLong(300);
            renewAt = System.nanoTime()
                    + Duration.ofSeconds(seconds).toNanos()
                    - Math.min(EARLY.toNanos(), Duration.ofSeconds(seconds).toNanos() / 2);
        }
        return token;
    }

    private static boolean isFinal(String state) {
        return state.equals("DONE") || state.equals("REJECTED") || state.equals("CANCELLED");
    }
}

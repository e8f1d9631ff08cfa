package io.qudao.testing;

import io.qudao.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running platform node as a client behind the gateway does: over HTTP, with a real token. */
public final class ApiClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final Map<String, String> headers;

    private ApiClient(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = Map.copyOf(headers);
    }

    /** The tenant's first member, who may do everything. */
    public static ApiClient admin(ApplicationContext context, Tenant tenant) {
        return of(context, tenant, TenantFixture.adminOf(tenant).toString());
    }

    /** A person or a program, by the subject of its token. */
    public static ApiClient of(ApplicationContext context, Tenant tenant, String subject) {
        return anonymous(context, tenant).with("Authorization", "Bearer " + TestIdentity.token(tenant, subject));
    }

    /** At a tenant's host, without a token. */
    public static ApiClient anonymous(ApplicationContext context, Tenant tenant) {
        return at(context, tenant.slug() + ".localhost:8080");
    }

    /** At any host, without a token, with the headers that the gateway adds. */
    public static ApiClient at(ApplicationContext context, String host) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return new ApiClient(
                port,
                Map.of(
                        "X-Forwarded-Host",
                        host,
                        "X-Forwarded-Proto",
                        "http",
                        "X-Forwarded-Port",
                        host.replaceFirst("^[^:]*:?", "").replaceFirst("^$", "80")));
    }

    /** The same with one more header. */
    public ApiClient with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new ApiClient(port, more);
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Any method; a body that is not empty is JSON unless a header says otherwise. */
    public Answer send(String method, String path, String body) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (body.length > 0 && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The text at a JSON pointer of the body; empty where there is none. */
        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The code of a problem. */
        public String code() {
            return json().path("code").asString();
        }

        /** The violations of a problem, each as {@code field:code}. */
        public List<String> violations() {
            return json().path("violations")
                    .valueStream()
                    .map(wrong -> wrong.path("field").asString() + ":"
                            + wrong.path("code").asString())
                    .toList();
        }
    }
}

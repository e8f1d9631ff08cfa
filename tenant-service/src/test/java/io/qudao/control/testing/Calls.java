package io.qudao.control.testing;

import io.qudao.kernel.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running program as the gateway and the other programs do. */
public final class Calls {

    public static final String PASSWORD = "Clear-river-42";
    public static final String SITE = "localhost:8080";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int port;

    Calls(int port) {
        this.port = port;
    }

    /** A tenant made for one test. */
    public record Tenant(int id, String slug, String email, String client, String secret) {

        public String host() {
            return slug + ".localhost:8080";
        }

        public String origin() {
            return "http://" + host();
        }
    }

    /** A name that no test before had. */
    public static String fresh(String start) {
        return start + "-" + Ids.next().toString().substring(24);
    }

    /** Returns an address of the documentation network from which no call has come before. */
    public static String freshAddress() {
        var bits = Ids.next().getLeastSignificantBits();
        return "2001:db8:%x:%x::%x".formatted(bits >> 32 & 0xffff, bits >> 16 & 0xffff, bits & 0xffff);
    }

    public Tenant signUp(String start) {
        var slug = fresh(start);
        return signUp(slug, "admin@" + slug + ".example");
    }

    public Tenant signUp(String slug, String email) {
        var answer = post(SITE, "/api/v1/sign-up", signUpBody(slug, email, true));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        var client = answer.json().get("client");
        return new Tenant(
                answer.json().get("tenantId").asInt(),
                slug,
                email,
                client.get("id").asString(),
                client.get("secret").asString());
    }

    public static Map<String, Object> signUpBody(String slug, String email, boolean client) {
        return Map.of(
                "slug",
                slug,
                "company",
                "Company " + slug,
                "name",
                "Lin Wei",
                "email",
                email,
                "password",
                PASSWORD,
                "locale",
                "zh-CN",
                "currency",
                "CNY",
                "apiClient",
                client);
    }

    /** A token of the tenant's program, by client credentials. */
    public String token(Tenant tenant) {
        return token(tenant.host(), tenant.client(), tenant.secret()).text("access_token");
    }

    public Answer token(String host, String client, String secret) {
        return form(host, "/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "api"), client, secret);
    }

    public Answer get(String host, String path, String... headers) {
        return send(request(host, path, headers).GET());
    }

    public Answer delete(String host, String path, String... headers) {
        return send(request(host, path, headers).DELETE());
    }

    public Answer post(String host, String path, Object body, String... headers) {
        return send(request(host, path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body))));
    }

    public Answer put(String host, String path, Object body, String... headers) {
        return send(request(host, path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer putText(String host, String path, String body, String... headers) {
        return send(request(host, path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    public Answer postAs(String type, String host, String path, String body, String... headers) {
        return send(request(host, path, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** A form sent by a client with its secret, as to the token endpoint. */
    public Answer form(String host, String path, Map<String, String> form, String client, String secret) {
        var credentials = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(request(host, path, "Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Returns a request as the gateway passes it on: with the host, and with a new client address unless one is given. */
    HttpRequest.Builder request(String host, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-Host", host)
                .header("X-Forwarded-Proto", "http");
        if (!List.of(headers).contains("X-Forwarded-For")) {
            request.header("X-Forwarded-For", freshAddress());
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

package io.qudao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * Requests as somebody sends them who wants to break a server, at every endpoint that the API describes: none does. A long
 * run sends all of them, a usual one a part, another at each endpoint.
 */
public final class HostileCases {
    private static final int CLIENTS = 8;
    private static final int DEEP = 3_000;
    private static final int SPARSE = 3;
    private static final int ONE_OF = LongRun.Size.of(1, 5);
    private static final String NOBODY = new UUID(0, 1).toString();
    private static final String PROBES = "/api/v1/probe";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** In queries, as they are sent. The gateway lets none of these through in paths. */
    private static final List<String> NO_TEXT = List.of("%ED%A0%80", "%00", "%FF", "%27%22%5C%25");

    /** In addresses, as they are sent. */
    private static final List<String> WORDS = List.of(
            "%F0%9F%98%80",
            "-1",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "0x1",
            "NaN",
            "null",
            "%27%22",
            "%5B%5D",
            "%2B999999999-12-31",
            "x".repeat(6_000));

    /** In bodies, as raw JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "[null]",
            "{\"x\":null}",
            "[]",
            "{}",
            "true",
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"+999999999-12-31\"",
            "-1",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "1e2000000000",
            "0.1234567890123456789012345678901234567890",
            "9".repeat(400),
            '"' + "x".repeat(100_000) + '"',
            "[".repeat(DEEP) + "]".repeat(DEEP),
            "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));

    private static final List<String> NO_JSON = List.of("{", "{\"a\":1,\"a\":2}", "\ufeff{}", "{}{}", "\u0000", "'x'");

    private static final List<Map.Entry<String, String>> HEADERS = List.of(
            Map.entry("Content-Type", "*/*"),
            Map.entry("Content-Type", "text/*"),
            Map.entry("Content-Type", "nonsense"),
            Map.entry("Content-Type", "multipart/form-data"),
            Map.entry("Content-Type", "multipart/form-data; boundary="),
            Map.entry("Content-Type", "multipart/form-data; boundary=b"),
            Map.entry("Content-Type", "application/x-www-form-urlencoded"),
            Map.entry("Content-Type", "application/json; charset=nonsense"),
            Map.entry("Content-Type", "application/json; charset=utf-16"),
            Map.entry("Content-Type", "application/xml"),
            Map.entry("Accept", "nonsense"),
            Map.entry("Accept", "*/*;q=5"),
            Map.entry("Accept", "application/xml"),
            Map.entry("Accept-Language", "x-y-z-%%;q=9"),
            Map.entry("Accept-Language", "a".repeat(3_000)),
            Map.entry("Idempotency-Key", "\u00e9\u00ff"),
            Map.entry("Idempotency-Key", "x".repeat(3_000)),
            Map.entry("If-Match", "\"99999999999999999999\""),
            Map.entry("If-Match", "\u00e9"),
            Map.entry("X-Qudao-Partner", "\u00e9"),
            Map.entry("X-Request-Id", "\u00e9"),
            Map.entry("Range", "bytes=-9-x"));

    private final ApiClient api;
    private final Map<String, List<String>> known;
    private final SampleBodies bodies;
    private final List<DynamicTest> tests = new ArrayList<>();

    private HostileCases(ApiClient api, Map<String, List<String>> known, JsonNode document) {
        this.api = api;
        this.known = known;
        this.bodies = new SampleBodies(document);
    }

    /**
     * @param api somebody who may do everything
     * @param known what to put for variables of paths, by name, so that requests get further than to "not found"
     */
    public static Stream<DynamicTest> of(ApiClient api, Map<String, List<String>> known) {
        var document = api.get("/api/v1/openapi.json").json();
        var cases = new HostileCases(api, known, document);
        document.path("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith(PROBES))
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> cases.add(
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue().path(method))));
        return cases.tests.stream();
    }

    private void add(String method, String path, JsonNode operation) {
        var requests = new ArrayList<Request>();
        for (String plain : plainPaths(path)) {
            Request usual = new Request(method, plain, sample(operation), Map.of());
            addParameters(requests, usual, path, operation);
            HEADERS.forEach(header -> {
                requests.add(usual.with(header.getKey(), header.getValue()));
                requests.add(usual.saying("").with(header.getKey(), header.getValue()));
            });
            if (operation.has("requestBody")) {
                VALUES.forEach(value -> requests.add(usual.saying(value)));
                NO_JSON.forEach(text -> requests.add(usual.saying(text)));
                addBodies(requests, usual, SampleBodies.withHoles(body(operation)));
            }
        }
        var sent = part(requests, tests.size());
        tests.add(DynamicTest.dynamicTest(
                method + " " + path, () -> assertThat(failuresOf(sent)).isEmpty()));
    }

    private static List<Request> part(List<Request> requests, int first) {
        return IntStream.range(0, requests.size())
                .filter(number -> (number + first) % ONE_OF == 0)
                .mapToObj(requests::get)
                .toList();
    }

    /** Each value at every third place: all of them at so many endpoints, and yet not for minutes. */
    private static void addBodies(List<Request> requests, Request usual, List<String> holes) {
        for (int place = 0; place < holes.size(); place++) {
            for (int value = place % SPARSE; value < VALUES.size(); value += SPARSE) {
                requests.add(usual.saying(SampleBodies.fill(holes.get(place), VALUES.get(value))));
            }
        }
    }

    private void addParameters(List<Request> requests, Request usual, String path, JsonNode operation) {
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "path" -> WORDS.forEach(word -> requests.add(usual.at(fill(path, Map.of(name, word)))));
                case "query" ->
                    Stream.concat(WORDS.stream(), NO_TEXT.stream())
                            .forEach(word -> requests.add(usual.at(usual.path() + "?" + name + "=" + word)));
                default -> {}
            }
        }
        NO_TEXT.forEach(word -> requests.add(usual.at(usual.path() + "?unknown=" + word + "&" + word + "=x")));
    }

    /** The path with a known value for each variable, once for each of the values. */
    private List<String> plainPaths(String path) {
        return known.entrySet().stream()
                .filter(variable -> path.contains("{" + variable.getKey() + "}"))
                .findFirst()
                .map(variable -> variable.getValue().stream()
                        .map(value -> fill(path, Map.of(variable.getKey(), value)))
                        .toList())
                .orElseGet(() -> List.of(fill(path, Map.of())));
    }

    private List<String> failuresOf(List<Request> requests) throws InterruptedException {
        var failures = new ConcurrentLinkedQueue<String>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            clients.invokeAll(requests.stream()
                    .<Callable<Boolean>>map(request -> () -> failures.addAll(failureOf(request)))
                    .toList());
        }
        return List.copyOf(failures);
    }

    private List<String> failureOf(Request request) {
        try {
            var answer = request.send(api);
            boolean refused = answer.status() >= 400;
            boolean explained = answer.header("Content-Type").equals("application/problem+json");
            return answer.status() < 500 && (explained || !refused)
                    ? List.of()
                    : List.of(answer.status() + " " + request + ": " + shortened(answer.body()));
        } catch (RuntimeException broken) {
            return List.of(request + ": " + broken);
        }
    }

    private JsonNode body(JsonNode operation) {
        return bodies.sample(operation.at("/requestBody/content/application~1json/schema"));
    }

    private String sample(JsonNode operation) {
        return operation.has("requestBody") ? body(operation).toString() : "";
    }

    private String fill(String path, Map<String, String> chosen) {
        String filled = path;
        for (int open = filled.indexOf('{'); open >= 0; open = filled.indexOf('{')) {
            int close = filled.indexOf('}', open);
            String variable = filled.substring(open + 1, close);
            String usual = known.getOrDefault(variable, List.of(NOBODY)).getFirst();
            filled = filled.substring(0, open) + chosen.getOrDefault(variable, usual) + filled.substring(close + 1);
        }
        return filled;
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private record Request(String method, String path, String body, Map<String, String> headers) {
        Request at(String other) {
            return new Request(method, other, body, headers);
        }

        Request saying(String text) {
            return new Request(method, path, text, headers);
        }

        Request with(String header, String value) {
            return new Request(method, path, body, Map.of(header, value));
        }

        Answer send(ApiClient api) {
            var client = api.with("If-Match", "\"1\"")
                    .with("Idempotency-Key", UUID.randomUUID().toString());
            for (var header : headers.entrySet()) {
                client = client.with(header.getKey(), header.getValue());
            }
            return client.send(method, path, body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return shortened(method + " " + path) + " " + shortened(body) + " " + shortened(headers.toString());
        }
    }
}

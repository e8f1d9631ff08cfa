package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpMethod;
import io.qudao.gateway.RunningGateway.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls whose token is known already go straight to a node: they must be served as all others are. */
class DirectIntegrationTests {
    private static final Pattern BODIES = Pattern.compile("\r\n\r\n(?:[0-9a-f]+\r\n)?(slow|page|quick)");
    private static final String JSON = "application/json";

    private static RunningGateway gateway;
    private static String token;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(2, "qudao.gateway.health.period=1h", "qudao.gateway.api-timeout=2s");
        token = gateway.token("acme");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /** The filters verify the token once. */
    @BeforeEach
    void reset() {
        gateway.reset();
        assertThat(call("/api/v1/first").status()).isEqualTo(200);
        gateway.nodes.forEach(node -> node.seen().clear());
    }

    private static Answer call(String path, String... headers) {
        return call(HttpMethod.GET, path, "", headers);
    }

    private static Answer call(HttpMethod method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        if (!body.isEmpty()) {
            all.addAll(List.of("Content-Type", JSON, "Content-Length", Integer.toString(body.length())));
        }
        all.addAll(List.of(headers));
        return gateway.send(method, gateway.host("acme"), path, body, all.toArray(String[]::new));
    }

    private static double direct() {
        return gateway.bean(MeterRegistry.class)
                .get("qudao.gateway.direct")
                .counter()
                .count();
    }

    private static List<Backend.Seen> seen() {
        return gateway.nodes.stream().flatMap(node -> node.seen().stream()).toList();
    }

    private static String head(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + gateway.host("acme") + "\r\nAuthorization: Bearer " + token
                + "\r\n"
                + String.join(
                        "", List.of(headers).stream().map(line -> line + "\r\n").toList()) + "\r\n";
    }

    private static int count(String text, String part) {
        return (int)
                Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    @Test
    void writesTheHeadersThatAllAnswersHave() {
        double before = direct();
        Answer answer = call("/api/v1/x?filter=a%20b", "X-Request-Id", "mine", "X-Forwarded-For", "1.2.3.4");
        assertThat(direct()).isEqualTo(before + 1);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Server")).isEqualTo("null");
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("6000");
        assertThat(Integer.parseInt(answer.header("RateLimit-Remaining"))).isBetween(1, 6000);
        Backend.Seen sent = seen().getFirst();
        assertThat(sent.uri()).isEqualTo("/api/v1/x?filter=a%20b");
        assertThat(sent.headers())
                .containsEntry("host", gateway.host("acme"))
                .containsEntry("x-forwarded-host", gateway.host("acme"))
                .containsEntry("x-forwarded-proto", "http")
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-request-id", answer.header("X-Request-Id"));
    }

    @Test
    void passesBodiesOn() {
        double before = direct();
        assertThat(call(HttpMethod.POST, "/api/v1/orders", "{\"lines\":[]}").status())
                .isEqualTo(200);
        assertThat(direct()).isEqualTo(before + 1);
        assertThat(seen()).singleElement().extracting(Backend.Seen::body).isEqualTo("{\"lines\":[]}");
    }

    /** A body that does not come at once is waited for by the filters. */
    @Test
    void passesBodyOnThatComesLate() throws Exception {
        try (var connection = new RawConnection(gateway.port("local.server.port"))) {
            connection.write(head("POST", "/api/v1/orders", "Content-Type: " + JSON, "Content-Length: 7") + "{\"a");
            await().pollDelay(Duration.ofMillis(400)).until(() -> true);
            connection.write("\":1}").write(head("GET", "/api/v1/x"));
            connection.readUntil(text -> count(text, "HTTP/1.1 200 OK") == 2);
        }
        assertThat(seen()).extracting(Backend.Seen::body).containsExactlyInAnyOrder("{\"a\":1}", "");
    }

    /** The page goes through the filters. */
    @Test
    void answersPipelinedRequestsInTheirOrder() {
        try (var connection = new RawConnection(gateway.port("local.server.port"))) {
            gateway.nodes.forEach(node -> node.on(
                    "/api/v1/slow",
                    (request, response) -> response.sendString(
                            Mono.delay(Duration.ofMillis(300)).map(late -> "slow"))));
            gateway.nodes.forEach(
                    node -> node.on("/page", (request, response) -> response.sendString(Mono.just("page"))));
            gateway.nodes.forEach(
                    node -> node.on("/api/v1/quick", (request, response) -> response.sendString(Mono.just("quick"))));
            connection.write(head("GET", "/api/v1/slow")
                    + head("GET", "/page")
                    + head("GET", "/api/v1/quick")
                    + head("GET", "/api/v1/slow")
                    + head("GET", "/api/v1/quick"));
            String all =
                    connection.readUntil(text -> BODIES.matcher(text).results().count() == 5);
            assertThat(BODIES.matcher(all).results().map(found -> found.group(1)))
                    .containsExactly("slow", "page", "quick", "slow", "quick");
        }
    }

    @Test
    void keepsConnectionsToNodesForTheNextCall() {
        for (int i = 0; i < 20; i++) {
            assertThat(call("/api/v1/x").status()).isEqualTo(200);
        }
        assertThat(gateway.nodes)
                .allSatisfy(node -> assertThat(node.connections()).isLessThan(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void sendsCallToOtherNodeWhenConnectionIsRefused(String method) {
        gateway.nodes.getFirst().close();
        for (int i = 0; i < 4; i++) {
            String body = method.equals("POST") ? "{}" : "";
            assertThat(call(HttpMethod.valueOf(method), "/api/v1/x", body).header("X-Node"))
                    .isEqualTo("n2");
        }
        assertThat(gateway.isUp("n1")).isFalse();
        assertThat(gateway.nodes.getLast().seen()).hasSize(4);
    }

    @Test
    void repeatsReadThatBrokeOff() {
        gateway.nodes.getFirst().on("/api/v1/x", (request, response) -> Backend.breakOff(request));
        for (int i = 0; i < 4; i++) {
            assertThat(call("/api/v1/x").header("X-Node")).isEqualTo("n2");
        }
    }

    @Test
    void neverRepeatsWriteThatBrokeOff() {
        gateway.nodes.forEach(node -> node.on("/api/v1/x", (request, response) -> Backend.breakOff(request)));
        Answer answer = call(HttpMethod.POST, "/api/v1/x", "{}");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).contains("gateway.broken_off").contains(answer.header("X-Request-Id"));
        assertThat(seen())
                .singleElement()
                .satisfies(sent ->
                        assertThat(sent.headers()).containsEntry("x-request-id", answer.header("X-Request-Id")));
    }

    /** Stopping waits for the calls under way, so none may be forgotten, and none counted down twice. */
    @Test
    void countsCallOnceThatBreaksOffInTheMiddle() {
        var broken = Flux.just("begun")
                .concatWith(Mono.delay(Duration.ofMillis(100)).then(Mono.error(new IOException("gone"))));
        gateway.nodes.forEach(node -> node.on(
                "/api/v1/x",
                (request, response) -> response.header("Content-Length", "8000").sendString(broken)));
        double before = direct();
        for (int time = 0; time < 3; time++) {
            try (var connection = new RawConnection(gateway.port("local.server.port"))) {
                assertThat(connection.write(head("GET", "/api/v1/x")).readAll()).contains("200 OK");
            }
        }
        assertThat(direct()).isEqualTo(before);
        await().untilAsserted(() -> assertThat(active()).isZero());
        assertThat(call("/api/v1/y").status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(active()).isZero());
    }

    private static double active() {
        return gateway.bean(MeterRegistry.class)
                .get("qudao.gateway.direct.active")
                .gauge()
                .value();
    }

    @Test
    void limitsTheTimeOfTheAnswer() {
        gateway.nodes.forEach(node -> node.on("/api/v1/x", (request, response) -> Mono.never()));
        Answer answer = call("/api/v1/x");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(seen()).hasSize(1);
        assertThat(call("/api/v1/y").status()).isEqualTo(200);
    }

    @Test
    void compressesLongAnswersForThoseWhoAskForIt() {
        String text = "a".repeat(8_000);
        gateway.nodes.forEach(node -> node.on(
                "/api/v1/x",
                (request, response) -> response.header("Content-Type", JSON)
                        .header("Content-Length", "8000")
                        .sendString(Mono.just(text))));
        double before = direct();
        Answer compressed = call("/api/v1/x", "Accept-Encoding", "br, gzip");
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(call("/api/v1/x", "Accept-Encoding", "gzip;q=0").body()).isEqualTo(text);
        assertThat(call("/api/v1/x").body()).isEqualTo(text);
        assertThat(direct()).isEqualTo(before + 3);
    }

    @Test
    void streamsAnswersWithoutLengthAndLargeOnes() {
        String part = "0123456789".repeat(10_000);
        gateway.nodes.forEach(node ->
                node.on("/api/v1/x", (request, response) -> response.sendString(Flux.just(part, part, part, part))));
        assertThat(call("/api/v1/x").body()).isEqualTo(part.repeat(4));
        assertThat(call(HttpMethod.HEAD, "/api/v1/x", "").body()).isEmpty();
        gateway.nodes.forEach(node -> node.on(
                "/api/v1/none", (request, response) -> response.status(204).send()));
        assertThat(call("/api/v1/none").status()).isEqualTo(204);
    }

    @Test
    void refusesKnownTokenAtOtherTenants() {
        String[] headers = {"Authorization", "Bearer " + token};
        assertThat(gateway.get(gateway.host("other"), "/api/v1/x", headers).status())
                .isEqualTo(403);
        assertThat(seen()).isEmpty();
    }

    @Test
    void leavesImportsStreamsAndPagesToTheFilters() {
        double before = direct();
        for (String path : List.of("/api/v1/imports", "/api/v1/events", "/api/v1/exports/1", "/page")) {
            assertThat(call(path).status()).as(path).isLessThan(500);
        }
        assertThat(direct()).isEqualTo(before);
    }
}

package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.http.HttpMethod;
import io.qudao.gateway.RunningGateway.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Whatever the clients of one tenant do wrong, and whatever the application answers them, the others go on. */
class ClientFaultIntegrationTests {
    private static final int MANY = 20;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(
                2,
                "qudao.gateway.api-timeout=500ms",
                "qudao.gateway.size.other=100KB",
                "qudao.gateway.body-time.pause=300ms");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @AfterEach
    void servesAnotherTenantUnharmed() {
        Set<String> nodes = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            Answer answer = gateway.api("globex", "/api/v1/x");
            assertThat(answer.status()).isEqualTo(200);
            nodes.add(answer.header("X-Node"));
        }
        assertThat(nodes).containsExactly("n1", "n2");
        for (String node : nodes) {
            Answer page = gateway.get(gateway.host("globex"), "/page", "Cookie", "QUDAO_NODE=" + node);
            assertThat(page.header("X-Node")).isEqualTo(node);
        }
        assertThat(gateway.management("/actuator/health").body()).contains("\"n1\":\"up\"", "\"n2\":\"up\"");
    }

    private static RawConnection connect(String path, String... lines) {
        return new RawConnection(gateway.port("local.server.port"))
                .write("POST " + path + " HTTP/1.1\r\nHost: " + gateway.host("acme") + "\r\n"
                        + String.join("\r\n", lines) + "\r\n\r\n");
    }

    private static String token() {
        return "Authorization: Bearer " + gateway.token("acme");
    }

    private static void respond(int status) {
        gateway.nodes.forEach(node -> node.on(
                "/api/v1/x", (request, response) -> response.status(status).send()));
    }

    @Test
    void refusesBodyThatStopsComing() {
        List<RawConnection> slow = Stream.of("/form", "/api/v1/orders", "/api/v1/imports", "/VAADIN/dynamic/resource/1")
                .flatMap(
                        path -> IntStream.range(0, MANY / 4).mapToObj(i -> connect(path, token(), "Content-Length: 9")))
                .map(connection -> connection.write("begin"))
                .toList();
        for (RawConnection connection : slow) {
            assertThat(connection.readAll())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"code\":\"gateway.slow_body\"", "application/problem+json");
        }
    }

    @Test
    void takesBodyThatBreaksOffForTheClientsFault() {
        int before = gateway.nodes.getFirst().connections();
        for (int i = 0; i < MANY; i++) {
            connect("/api/v1/orders", token(), "Content-Length: 90")
                    .write("begin")
                    .close();
            connect("/form", "Transfer-Encoding: chunked")
                    .write("5\r\nbegin\r\n")
                    .close();
        }
        await().until(() -> gateway.nodes.getFirst().connections() <= before + 1);
    }

    @Test
    void neverPassesABrokenBodyOnAsIfItWereComplete() {
        for (int i = 0; i < MANY; i++) {
            assertThat(connect("/form", "Transfer-Encoding: chunked")
                            .write("5\r\nbegin\r\nnonsense\r\n")
                            .readAll())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"code\":\"malformed\"");
        }
        assertThat(gateway.nodes).allMatch(node -> node.seen().isEmpty());
    }

    @Test
    void refusesBodyThatGrowsTooLarge() {
        for (int i = 0; i < MANY; i++) {
            Answer answer = gateway.send(HttpMethod.POST, gateway.host("acme"), "/form", "x".repeat(150_000));
            assertThat(answer.status()).isEqualTo(413);
        }
    }

    @Test
    void passesOnWhatTheApplicationSays() {
        for (int status : new int[] {500, 502, 503, 504}) {
            respond(status);
            for (int i = 0; i < MANY; i++) {
                assertThat(gateway.api("acme", "/api/v1/x").status()).isEqualTo(status);
            }
        }
        gateway.reset();
    }

    @Test
    void holdsNoTenantsTimeoutsAndBrokenAnswersAgainstANode() {
        gateway.nodes.forEach(node -> node.on("/api/v1/slow", (request, response) -> Mono.never())
                .on("/api/v1/broken", (request, response) -> Backend.breakOff(request)));
        List<RawConnection> waiting = IntStream.range(0, MANY)
                .mapToObj(i -> connect("/api/v1/slow", token(), "Connection: close", "Content-Length: 0"))
                .toList();
        for (RawConnection connection : waiting) {
            assertThat(connection.readAll()).startsWith("HTTP/1.1 504 ").contains("gateway.timeout");
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(gateway.api("acme", "/api/v1/broken").status()).isEqualTo(503);
        }
    }

    @Test
    void readsRequestWithBodyOnlyOnce() {
        gateway.nodes.forEach(node -> node.on("/page", (request, response) -> Backend.breakOff(request)));
        try (RawConnection connection = new RawConnection(gateway.port("local.server.port"))) {
            assertThat(connection
                            .write(
                                    "GET /page HTTP/1.1\r\nHost: " + gateway.host("acme")
                                            + "\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nbegin\r\n0\r\n\r\n")
                            .readAll())
                    .startsWith("HTTP/1.1 502 ");
        }
        gateway.reset();
    }
}

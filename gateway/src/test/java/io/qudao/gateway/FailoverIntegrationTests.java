package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpMethod;
import io.qudao.gateway.RunningGateway.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailoverIntegrationTests {
    // Probes are so rare that the gateway learns of a dead node by requests only.
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(2, "qudao.gateway.health.period=1h");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    private static Answer page(String cookie) {
        return gateway.get(gateway.host("acme"), "/page", "Cookie", cookie);
    }

    @Test
    void sendsRequestToOtherNodeWhenConnectionIsRefused() {
        gateway.nodes.getFirst().close();
        assertThat(gateway.isUp("n1")).isTrue();
        assertThat(page("QUDAO_NODE=n1").header("X-Node")).isEqualTo("n2");
        assertThat(gateway.isUp("n1")).isFalse();
    }

    @Test
    void sendsOrderToOtherNodeWhenConnectionIsRefused() {
        gateway.nodes.getFirst().close();
        for (int i = 0; i < 2; i++) {
            Answer answer = gateway.send(
                    HttpMethod.POST,
                    gateway.host("acme"),
                    "/api/v1/orders",
                    "{\"lines\":[]}",
                    "Authorization",
                    "Bearer " + gateway.token("acme"),
                    "Idempotency-Key",
                    "order-" + i);
            assertThat(answer.header("X-Node")).isEqualTo("n2");
            assertThat(gateway.nodes.getLast().last().body()).isEqualTo("{\"lines\":[]}");
        }
        assertThat(gateway.nodes.getLast().seen()).hasSize(2);
    }

    @Test
    void repeatsReadThatBrokeOff() {
        gateway.nodes.getFirst().on("/page", (request, response) -> Backend.breakOff(request));
        assertThat(page("QUDAO_NODE=n1").header("X-Node")).isEqualTo("n2");
    }

    @Test
    void neverRepeatsWriteThatBrokeOff() {
        gateway.nodes.forEach(node -> node.on("/form", (request, response) -> Backend.breakOff(request)));
        Answer answer = gateway.send(HttpMethod.POST, gateway.host("acme"), "/form", "a=b");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).contains("gateway.broken_off");
        assertThat(gateway.nodes.stream().mapToInt(node -> node.seen().size()).sum())
                .isEqualTo(1);
    }
}

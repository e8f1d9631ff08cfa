package io.qudao.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.gateway.internal.RunningGateway.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CircuitIntegrationTests {
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(2, "qudao.gateway.breaker.calls=4", "qudao.gateway.breaker.open=3s");
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
    void opensCircuitOfNodeThatKeepsFailing() {
        Backend sick = gateway.nodes.getFirst();
        sick.on("/api/v1/x", (request, response) -> response.status(503).send());
        for (int i = 0; i < 8; i++) {
            gateway.api("acme", "/api/v1/x");
        }
        assertThat(gateway.management("/actuator/health").body()).contains("\"n1\":\"up, circuit OPEN\"");
        assertThat(gateway.api("acme", "/api/v1/x").header("X-Node")).isEqualTo("n2");
        assertThat(page("QUDAO_NODE=n1").header("X-Node")).isEqualTo("n2");
        await().until(() -> page("QUDAO_NODE=n1").header("X-Node").equals("n1"));
    }

    @Test
    void keepsCircuitClosedForFailuresOfSingleRequests() {
        gateway.nodes.forEach(node ->
                node.on("/api/v1/x", (request, response) -> response.status(500).send()));
        for (int i = 0; i < 8; i++) {
            assertThat(gateway.api("acme", "/api/v1/x").status()).isEqualTo(500);
        }
        assertThat(gateway.management("/actuator/health").body()).contains("\"n1\":\"up, circuit CLOSED\"");
    }
}

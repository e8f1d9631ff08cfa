package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebsocketIntegrationTests {
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(2);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @Test
    void carriesWebsocketToTheNodeOfTheSession() {
        for (String node : Set.of("n1", "n2")) {
            assertThat(gateway.say("acme", "/push?v=1", "hello", Map.of("Cookie", "QUDAO_NODE=" + node)))
                    .isEqualTo(node + " heard hello");
        }
        assertThat(gateway.nodes.getLast().last().headers())
                .containsEntry("host", gateway.host("acme"))
                .containsEntry("x-forwarded-host", gateway.host("acme"))
                .containsEntry("x-forwarded-proto", "http");
    }

    @Test
    void losesNoFirstMessageOfWebsocket() {
        for (int i = 0; i < 100; i++) {
            assertThat(gateway.say("acme", "/push", "hello " + i, Map.of("Cookie", "QUDAO_NODE=n1")))
                    .isEqualTo("n1 heard hello " + i);
        }
    }

    @Test
    void carriesLargeWebsocketMessages() {
        String large = "x".repeat(300_000);
        assertThat(gateway.say("acme", "/push", large, Map.of("Cookie", "QUDAO_NODE=n1")))
                .isEqualTo("n1 heard " + large);
    }

    @Test
    void movesWebsocketOfDeadNode() {
        gateway.nodes.getFirst().close();
        await().until(() -> !gateway.isUp("n1"));
        assertThat(gateway.say("acme", "/push", "hello", Map.of("Cookie", "QUDAO_NODE=n1")))
                .isEqualTo("n2 heard hello");
    }
}

package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.gateway.RunningGateway.Answer;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class NodeIntegrationTests {
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(2, "qudao.gateway.api-timeout=500ms", "qudao.gateway.trusted-proxies=127.0.0.1");
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
    void keepsBrowserOnItsNode() {
        Answer first = gateway.get(gateway.host("acme"), "/page");
        String cookie = first.header("Set-Cookie");
        assertThat(cookie).matches("QUDAO_NODE=n[12]; Path=/; (?i)HttpOnly(?-i); SameSite=Lax");
        String node = first.header("X-Node");
        for (int i = 0; i < 6; i++) {
            Answer next = page("a=b; QUDAO_NODE=" + node);
            assertThat(next.header("X-Node")).isEqualTo(node);
            assertThat(next.headers().contains("Set-Cookie")).isFalse();
        }
        assertThat(page("QUDAO_NODE=n2").header("X-Node")).isEqualTo("n2");
        assertThat(page("QUDAO_NODE=n1").header("X-Node")).isEqualTo("n1");
    }

    @Test
    void bindsCookiesToTheHostWhereTlsIsOn() {
        gateway.nodes.forEach(node -> node.on(
                "/page",
                (request, response) -> response.header("X-Node", "any")
                        .addHeader("Set-Cookie", "QUDAO_SESSION=s1; Path=/; HttpOnly")
                        .addHeader("Set-Cookie", "other=1; Path=/")
                        .send()));
        Answer first = gateway.get(gateway.host("acme"), "/page", "X-Forwarded-Proto", "https");
        assertThat(first.headers().getAll("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-QUDAO_NODE=n").contains("Path=/", "Secure"))
                .contains("__Host-QUDAO_SESSION=s1; Path=/; HttpOnly; Secure", "other=1; Path=/");
        gateway.reset();
        Answer next = gateway.get(
                gateway.host("acme"),
                "/page",
                "X-Forwarded-Proto",
                "https",
                "Cookie",
                "QUDAO_SESSION=forged; __Host-QUDAO_NODE=n2; a=b; __Host-QUDAO_SESSION=s1; QUDAO_NODE=n1");
        assertThat(next.header("X-Node")).isEqualTo("n2");
        assertThat(next.headers().contains("Set-Cookie")).isFalse();
        assertThat(gateway.nodes.getLast().last().headers())
                .containsEntry("cookie", "QUDAO_NODE=n2; a=b; QUDAO_SESSION=s1");
        gateway.get(
                gateway.host("acme"),
                "/page",
                "X-Forwarded-Proto",
                "https",
                "Cookie",
                "QUDAO_NODE=n1; QUDAO_SESSION=x");
        assertThat(gateway.nodes.stream()
                        .flatMap(node -> node.seen().stream())
                        .filter(seen -> seen.headers().containsKey("cookie")))
                .hasSize(1);
    }

    @Test
    void givesUnknownNodeCookieAnotherNode() {
        Answer answer = page("QUDAO_NODE=evil");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).startsWith("QUDAO_NODE=n");
    }

    @Test
    void spreadsApiCallsOverNodesWhateverTheCookie() {
        Set<String> nodes = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            Answer answer = gateway.api("acme", "/api/v1/x", "Cookie", "QUDAO_NODE=n1");
            nodes.add(answer.header("X-Node"));
            assertThat(answer.headers().contains("Set-Cookie")).isFalse();
        }
        assertThat(nodes).containsExactly("n1", "n2");
    }

    @Test
    void leavesDeadNodeOutAndTakesItBack() {
        gateway.nodes.getFirst().close();
        await().until(() -> !gateway.isUp("n1"));
        Answer moved = page("QUDAO_NODE=n1");
        assertThat(moved.header("X-Node")).isEqualTo("n2");
        assertThat(moved.header("Set-Cookie")).startsWith("QUDAO_NODE=n2");
        gateway.nodes.getFirst().reset();
        await().until(() -> gateway.isUp("n1"));
        assertThat(page("QUDAO_NODE=n1").header("X-Node")).isEqualTo("n1");
    }

    @Test
    void leavesNodeOutThatIsNotReady() {
        gateway.nodes.getFirst().ready(false);
        await().until(() -> !gateway.isUp("n1"));
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.api("acme", "/api/v1/x").header("X-Node")).isEqualTo("n2");
        }
    }

    @Test
    void answersForAllNodesGone() {
        gateway.nodes.forEach(Backend::close);
        await().until(() -> !gateway.isUp("n1") && !gateway.isUp("n2"));
        Answer api = gateway.api("acme", "/api/v1/x");
        assertThat(api.status()).isEqualTo(503);
        assertThat(api.header("Retry-After")).isEqualTo("2");
        assertThat(api.body()).contains("\"code\":\"unavailable\"");
        Answer page = gateway.get(gateway.host("acme"), "/", "Accept", "text/html", "Accept-Language", "zh");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("马上回来", page.header("X-Request-Id"), "http-equiv=\"refresh\"");
        Answer english = gateway.get(gateway.host("acme"), "/", "Accept", "text/html");
        assertThat(english.body()).contains("We will be back in a moment");
        assertThat(gateway.management("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void limitsTimeOfApiCalls() {
        gateway.nodes.forEach(node -> node.on("/api/v1/slow", (request, response) -> Mono.never())
                .on(
                        "/api/v1/events",
                        (request, response) -> response.sse()
                                .sendString(Mono.delay(Duration.ofMillis(900)).map(late -> "data: late\n\n"))));
        Answer slow = gateway.api("acme", "/api/v1/slow");
        assertThat(slow.status()).isEqualTo(504);
        assertThat(slow.body()).contains("gateway.timeout");
        assertThat(gateway.api("acme", "/api/v1/events").body()).isEqualTo("data: late\n\n");
    }
}

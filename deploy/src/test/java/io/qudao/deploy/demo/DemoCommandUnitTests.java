package io.qudao.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qudao.deploy.TerminalFixture;
import io.qudao.deploy.stack.StackDescription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The demo command against a gateway that only answers sign-ups, as scripted by each test. */
class DemoCommandUnitTests {
    private static final Reply BROKEN = new Reply(500, "{}");
    private static final Reply MADE = new Reply(201, """
            {"tenantId": 1, "client": {"id": "program", "secret": "s3cret"}}""");
    private static final Reply TAKEN = new Reply(400, """
            {"code": "invalid_input", "violations": [{"field": "slug", "code": "slug_taken"}]}""");

    private final TerminalFixture terminal = new TerminalFixture(false, "");
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> passwords = new ArrayList<>();
    private HttpServer gateway;

    @TempDir
    private Path home;

    @BeforeEach
    void run() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> answer(exchange, BROKEN));
        gateway.createContext("/api/v1/sign-up", this::signUp);
        gateway.start();
        int port = gateway.getAddress().getPort();
        var stack = new StackDescription(
                "http://localhost:" + port,
                port,
                ProcessHandle.current().pid(),
                home.toString(),
                new StackDescription.Database("", "", "", ""),
                List.of());
        Files.writeString(home.resolve("stack.json"), stack.toJson());
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void asksAgainWithTheSamePasswordWhenTheAnswerOfASignUpWasLost() throws Exception {
        replies.addAll(List.of(BROKEN, MADE));
        assertThat(demo()).isEqualTo(1);
        assertThat(demo()).isEqualTo(1);
        assertThat(passwords).hasSize(2);
        assertThat(passwords.get(1)).isEqualTo(passwords.get(0)).isNotEmpty();
        assertThat(new DemoFolder(home).read()).hasValueSatisfying(kept -> {
            assertThat(kept.password()).isEqualTo(passwords.get(0));
            assertThat(String.valueOf(kept.client())).contains("program", "s3cret");
            assertThat(kept.loaded()).isFalse();
        });
    }

    @Test
    void signsUpOnceAndGoesOnFromThere() throws Exception {
        replies.add(MADE);
        assertThat(demo()).isEqualTo(1);
        assertThat(demo()).isEqualTo(1);
        assertThat(passwords).hasSize(1);
        assertThat(terminal.complained()).contains("Asking for a token was refused (500)");
    }

    @Test
    void saysHowToStartAnewWhereTheTenantIsAStranger() throws Exception {
        replies.add(TAKEN);
        assertThat(demo()).isEqualTo(1);
        assertThat(terminal.complained()).contains("its password is not kept in " + home, "--fresh");
    }

    private int demo() throws Exception {
        return new DemoCommand().run(List.of("--home", home.toString()), terminal.terminal());
    }

    private void signUp(HttpExchange exchange) throws IOException {
        var body = new JsonMapper().readTree(exchange.getRequestBody());
        passwords.add(body.path("password").asString());
        answer(exchange, replies.remove());
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Reply(int status, String body) {}
}

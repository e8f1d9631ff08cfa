package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpMethod;
import io.qudao.gateway.RunningGateway.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class RoutingIntegrationTests {
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(1, "qudao.gateway.size.other=100KB", "qudao.gateway.size.upload=300KB");
        gateway.nodes
                .getFirst()
                .on(
                        "/long",
                        (request, response) -> response.header("Content-Type", "text/plain")
                                .sendString(Mono.just("tedious ".repeat(1000))));
        gateway.nodes
                .getFirst()
                .on(
                        "/strict",
                        (request, response) -> response.header("Content-Security-Policy", "sandbox")
                                .send());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/orders", "/VAADIN/build/app.js", "/oauth2/authorization/qudao", "/login/oauth2/code/qudao"
            })
    void sendsPagesOfTenantToPlatform(String path) {
        assertThat(gateway.get(gateway.host("acme"), path).body()).isEqualTo("n1 answers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/token",
                "/.well-known/openid-configuration",
                "/connect/logout",
                "/userinfo",
                "/sign-in",
                "/sign-in/x",
                "/sign-out",
                "/identity/logo"
            })
    void sendsIdentityOfTenantToTenantService(String path) {
        assertThat(gateway.get(gateway.host("acme"), path).body()).isEqualTo("tenant-service answers");
    }

    @Test
    void sendsBareDomainToTenantService() {
        String host = "localhost:8080";
        assertThat(gateway.get(host, "/").body()).isEqualTo("tenant-service answers");
        Answer signUp = gateway.send(HttpMethod.POST, host, "/api/v1/sign-up", "{\"slug\":\"new\"}");
        assertThat(signUp.body()).isEqualTo("tenant-service answers");
        assertThat(gateway.tenantService.last().body()).isEqualTo("{\"slug\":\"new\"}");
    }

    @Test
    void sendsClientsApiToTenantService() {
        assertThat(gateway.api("acme", "/api/v1/clients/x").body()).isEqualTo("tenant-service answers");
        assertThat(gateway.api("acme", "/api/v1/orders").body()).isEqualTo("n1 answers");
    }

    @Test
    void keepsPathAndQueryAsWritten() {
        gateway.api("acme", "/api/v1/records/%E5%95%86%E5%93%81?filter=a%20%3D%3D%20'b'&x=%7C+1");
        assertThat(gateway.nodes.getFirst().last().uri())
                .isEqualTo("/api/v1/records/%E5%95%86%E5%93%81?filter=a%20%3D%3D%20'b'&x=%7C+1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "acme.example.com",
                "a.localhost",
                "x.acme.localhost",
                "9acme.localhost:80",
                "127.0.0.1"
            })
    void answersUnknownHostWithProblem(String host) {
        Answer answer = gateway.get(host, "/");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"gateway.unknown_host\"", "\"reference\":\"" + answer.header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/tenants",
                "/internal",
                "/actuator/health",
                "/actuator",
                "/%69nternal/tenants",
                "/%61ctuator/health"
            })
    void hidesInternalPaths(String path) {
        for (String host : List.of(gateway.host("acme"), "localhost")) {
            int before = gateway.nodes.getFirst().seen().size()
                    + gateway.tenantService.seen().size();
            assertThat(gateway.get(host, path).status()).isEqualTo(404);
            assertThat(gateway.nodes.getFirst().seen().size()
                            + gateway.tenantService.seen().size())
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//internal/tenants",
                "/x/../internal/tenants",
                "/x/%2e%2e/internal",
                "/internal;x/tenants",
                "/orders;jsessionid=1",
                "/a%2fb",
                "/a%5cb",
                "/%ff"
            })
    void refusesDubiousPaths(String path) {
        Answer answer = gateway.get(gateway.host("acme"), path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("gateway.dubious_path");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /{long} HTTP/1.1, 414, gateway.address_too_long",
        "GET / HTTP/1.1\\nX: {long}, 431, gateway.headers_too_large",
        "GET / HTTP/1.1\\nno header, 400, malformed",
        "GET /a|b HTTP/1.1, 400, malformed",
        "GET /?a=^ HTTP/1.1, 400, malformed",
        "GET /?a=%ED%A0%80 HTTP/1.1\\nHost: {host}, 400, malformed",
        "GET /?a=%FF HTTP/1.1\\nHost: {host}, 400, malformed",
        "POST / HTTP/1.1\\nHost: {host}\\nContent-Length: 1\\nContent-Type: */*, 415, gateway.media_type",
        "POST / HTTP/1.1\\nHost: {host}\\nContent-Length: 1\\nContent-Type: multipart/form-data, 415, gateway.media_type",
        "POST / HTTP/1.1\\nHost: {host}\\nContent-Length: 1\\nContent-Type: nonsense, 415, gateway.media_type",
        "nonsense, 400, malformed",
        "GET / HTTP/1.1\\nHost: {host}\\nExpect: miracles, 417, gateway.expectation"
    })
    void explainsWhyARequestCannotBeRead(String head, int status, String code) {
        String text = head.replace("\\n", "\r\n")
                .replace("{long}", "x".repeat(20_000))
                .replace("{host}", gateway.host("acme"));
        try (RawConnection connection = new RawConnection(gateway.port("local.server.port"))) {
            String answer =
                    connection.write(text + "\r\nConnection: close\r\n\r\n").readAll();
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsPattern("(?i)content-type: application/problem\\+json")
                    .containsPattern("(?i)x-request-id: [0-9a-f]{32}")
                    .contains("\"code\":\"" + code + "\"", "\"status\":" + status);
        }
    }

    @Test
    void meetsTheOneExpectationThereIs() {
        Answer answer = gateway.send(HttpMethod.POST, gateway.host("acme"), "/form", "a=b", "Expect", "100-continue");
        assertThat(answer.body()).isEqualTo("n1 answers");
        assertThat(gateway.nodes.getFirst().last().body()).isEqualTo("a=b");
        assertThat(gateway.nodes.getFirst().last().headers()).doesNotContainKey("expect");
    }

    @Test
    void replacesForgedHeadersByTheTruth() {
        Answer answer = gateway.get(
                gateway.host("acme"),
                "/page",
                "X-Forwarded-Host",
                "evil.localhost",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Prefix",
                "/x",
                "Forwarded",
                "host=evil",
                "X-Real-IP",
                "6.6.6.6",
                "X-Request-Id",
                "forged");
        assertThat(gateway.nodes.getFirst().last().headers())
                .containsEntry("host", gateway.host("acme"))
                .containsEntry("x-forwarded-host", gateway.host("acme"))
                .containsEntry("x-forwarded-proto", "http")
                .containsEntry("x-forwarded-port", gateway.host("acme").split(":", -1)[1])
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-request-id", answer.header("X-Request-Id"))
                .doesNotContainKeys("x-forwarded-prefix", "forwarded", "x-real-ip");
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{32}");
    }

    @Test
    void setsSecurityHeaders() {
        Answer page = gateway.get(gateway.host("acme"), "/page");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "'unsafe-eval'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(page.headers().contains("Permissions-Policy")).isTrue();
        assertThat(page.headers().contains("Strict-Transport-Security")).isFalse();
        assertThat(page.headers().contains("Server")).isFalse();
        assertThat(gateway.api("acme", "/api/v1/x").header("Content-Security-Policy"))
                .startsWith("default-src 'none'");
        assertThat(gateway.get("localhost:8080", "/").header("Content-Security-Policy"))
                .endsWith("form-action 'self' http://*.localhost:8080");
    }

    @Test
    void keepsStricterPolicyOfBackend() {
        Answer answer = gateway.get(gateway.host("acme"), "/strict");
        assertThat(answer.headers().getAll("Content-Security-Policy")).containsExactly("sandbox");
    }

    @Test
    void refusesBodyBeyondLimit() {
        String large = "x".repeat(150_000);
        assertThat(gateway.send(HttpMethod.POST, gateway.host("acme"), "/form", large)
                        .status())
                .isEqualTo(413);
        Answer announced = gateway.send(
                HttpMethod.POST,
                gateway.host("acme"),
                "/form",
                large,
                "Content-Length",
                Integer.toString(large.length()));
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.body()).contains("\"code\":\"too_large\"");
    }

    @Test
    void allowsLargerImports() {
        String large = "x".repeat(150_000);
        Answer answer = gateway.send(
                HttpMethod.POST,
                gateway.host("acme"),
                "/api/v1/imports",
                large,
                "Authorization",
                "Bearer " + gateway.token("acme"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(gateway.nodes.getFirst().last().body()).hasSize(150_000);
    }

    @Test
    void compressesLongText() {
        Answer answer = gateway.get(gateway.host("acme"), "/long", "Accept-Encoding", "gzip");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gateway.get(gateway.host("acme"), "/long").body()).hasSize(8000);
    }

    @Test
    void answersInTheLanguageOfTheClient() {
        Answer chinese = gateway.get("example.com", "/", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
        assertThat(chinese.body()).contains("此地址没有对应的企业");
        Answer page = gateway.get("example.com", "/", "Accept", "text/html,*/*;q=0.8", "Accept-Language", "zh-CN");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body())
                .contains("<html lang=\"zh-CN\">", "重试")
                .doesNotContain("{title}", "{text}", "{reference}");
    }

    @Test
    void keepsWhatComesFromOutsideOnItsLineOfTheLog(CapturedOutput log) {
        LoggerFactory.getLogger("io.qudao.gateway")
                .warn(
                        "one\n2026-01-31 forged {}",
                        "\u2028two",
                        new IllegalStateException("three\r\n2026-01-31 forged\u001b[2K"));
        assertThat(log)
                .contains("one⏎2026-01-31 forged ⏎two")
                .contains("IllegalStateException: three⏎2026-01-31 forged⏎[2K")
                .contains("\tat io.qudao.gateway");
        assertThat(log.toString().lines()).noneMatch(line -> line.startsWith("2026-01-31"));
    }

    @Test
    void servesHealthOnItsOwnPortOnly() {
        assertThat(gateway.management("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(gateway.management("/actuator/health").body()).contains("\"n1\":\"up\"");
    }
}

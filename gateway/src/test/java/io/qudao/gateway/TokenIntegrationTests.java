package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import io.netty.handler.codec.http.HttpMethod;
import io.qudao.gateway.RunningGateway.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

class TokenIntegrationTests {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(1);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static Answer call(String slug, String token) {
        return gateway.get(gateway.host(slug), "/api/v1/orders", "Authorization", "Bearer " + token);
    }

    private static String token(RSAKey key, String slug, Duration left) {
        return TokenFixture.token(key, "http://" + gateway.host(slug), slug, left);
    }

    @Test
    void letsValidTokenThrough() {
        String token = gateway.token("acme");
        assertThat(call("acme", token).body()).isEqualTo("n1 answers");
        assertThat(call("acme", token).status()).isEqualTo(200);
        assertThat(gateway.nodes.getFirst().last().headers()).containsEntry("authorization", "Bearer " + token);
    }

    @Test
    void asksForMissingToken() {
        for (String path :
                new String[] {"/api/v1/orders", "/api/v1/openapi.json", "/api/v1/clients", "/api/v1/events"}) {
            Answer answer = gateway.get(gateway.host("acme"), path, "Accept", "text/html");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"acme\"");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"gateway.token_missing\"", "\"status\":401");
        }
    }

    @Test
    void asksForTokenWhereverTheApiIsSpelledOtherwise() {
        for (String path : new String[] {"/%61pi/v1/orders", "/api", "/api/", "/api/%76%31/orders"}) {
            assertThat(gateway.get(gateway.host("acme"), path).status()).isEqualTo(401);
        }
        assertThat(gateway.get(gateway.host("acme"), "/api", "Authorization", "Basic YTpi")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesTokenOfOtherTenant() {
        Answer answer = call("acme", gateway.token("globex"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(answer.body()).contains("gateway.foreign_tenant");
    }

    @Test
    void refusesTokenOfOtherIssuer() {
        String token = TokenFixture.token(gateway.key, "http://acme.example.com", "acme", LONG);
        assertThat(call("acme", token).status()).isEqualTo(401);
    }

    @Test
    void refusesExpiredToken() {
        Answer answer = call("acme", token(gateway.key, "acme", Duration.ofMinutes(-2)));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("gateway.token_invalid");
    }

    @Test
    void refusesIdentityTokens() {
        JWTClaimsSet.Builder says = TokenFixture.claims("http://" + gateway.host("acme"), "acme", LONG);
        String identity = TokenFixture.sign(
                gateway.key, says.audience("qudao-ui").claim("scope", null).build(), "JWT");
        String otherScope = TokenFixture.sign(
                gateway.key, says.claim("scope", "openid profile").build(), "at+jwt");
        String otherType =
                TokenFixture.sign(gateway.key, says.claim("scope", "api").build(), "logout+jwt");
        for (String token : List.of(identity, otherScope, otherType)) {
            for (String path : List.of("/api/v1/orders", "/api/v1/clients")) {
                Answer answer = gateway.get(gateway.host("acme"), path, "Authorization", "Bearer " + token);
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.body()).contains("gateway.token_invalid");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jti", "session"})
    void refusesRevokedTokenAtOnce(String by) {
        String id = UUID.randomUUID().toString();
        JWTClaimsSet.Builder says = TokenFixture.claims("http://" + gateway.host("acme"), "acme", LONG);
        String token = TokenFixture.sign(gateway.key, says.claim(by, id).build(), "at+jwt");
        assertThat(call("acme", token).status()).isEqualTo(200);
        revoke("8 " + id);
        revoke(TokenFixture.TENANT_ID + " " + UUID.randomUUID() + " " + id);
        await().until(() -> call("acme", token).status() == 401);
        assertThat(call("acme", token).header("WWW-Authenticate")).contains("The token was revoked");
        assertThat(call("acme", gateway.token("acme")).status()).isEqualTo(200);
    }

    /** Says it until a gateway hears it: one that has just started may not listen yet. */
    private static void revoke(String message) {
        ReactiveStringRedisTemplate redis = gateway.bean(ReactiveStringRedisTemplate.class);
        await().until(() -> Objects.requireNonNull(
                        redis.convertAndSend("qudao:revoked", message).block())
                > 0);
    }

    @Test
    void refusesWrongSignature() {
        RSAKey forged = TokenFixture.key("one");
        assertThat(call("acme", token(forged, "acme", LONG)).status()).isEqualTo(401);
        String token = gateway.token("acme");
        String[] parts = token.split("\\.", -1);
        String other = gateway.token("globex").split("\\.", -1)[1];
        assertThat(call("acme", parts[0] + "." + other + "." + parts[2]).status())
                .isEqualTo(401);
        assertThat(call("acme", "nonsense").status()).isEqualTo(401);
    }

    @Test
    void refusesUnsignedToken() {
        String claims = gateway.token("acme").split("\\.", -1)[1];
        assertThat(call("acme", "eyJhbGciOiJub25lIn0." + claims + ".").status()).isEqualTo(401);
    }

    @Test
    void acceptsRotatedKeyWithoutRestart() {
        RSAKey next = TokenFixture.key("two");
        assertThat(call("acme", gateway.token("acme")).status()).isEqualTo(200);
        gateway.publish(gateway.key, next);
        String token = token(next, "acme", LONG);
        await().until(() -> call("acme", token).status() == 200);
        assertThat(call("acme", gateway.token("acme")).status()).isEqualTo(200);
    }

    @Test
    void asksSeldomForMadeUpKeys() {
        long before = fetches();
        IntStream.range(0, 50)
                .forEach(i -> assertThat(call("acme", token(rename(gateway.key, "made-up-" + i), "acme", LONG))
                                .status())
                        .isEqualTo(401));
        assertThat(fetches() - before).isLessThan(10);
    }

    private static RSAKey rename(RSAKey key, String id) {
        return new RSAKey.Builder(key).keyID(id).build();
    }

    private static long fetches() {
        return gateway.tenantService.seen().stream()
                .filter(seen -> seen.uri().equals("/oauth2/jwks"))
                .count();
    }

    @Test
    void leavesSignUpOpen() {
        assertThat(gateway.send(HttpMethod.POST, "localhost", "/api/v1/sign-up", "{}")
                        .status())
                .isEqualTo(200);
    }
}

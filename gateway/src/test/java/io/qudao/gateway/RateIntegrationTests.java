package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.http.HttpMethod;
import io.qudao.gateway.RunningGateway.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

class RateIntegrationTests {
    /** Tenants of our own, for the Redis may be shared with other runs. */
    private static final String SMALL = slug();

    private static RunningGateway gateway;

    private static String slug() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(
                1,
                "qudao.gateway.rate.tenants." + SMALL + ".per-second=1",
                "qudao.gateway.rate.tenants." + SMALL + ".burst=3",
                "qudao.gateway.rate.client.per-second=2",
                "qudao.gateway.rate.client.burst=6",
                "qudao.gateway.rate.sign-in.per-second=1",
                "qudao.gateway.rate.sign-in.burst=2");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void turnsTenantAwayBeyondItsBurst() {
        for (int left = 2; left >= 0; left--) {
            Answer answer = gateway.api(SMALL, "/api/v1/x");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Limit")).isEqualTo("3");
            assertThat(Integer.parseInt(answer.header("RateLimit-Remaining"))).isBetween(left, left + 1);
        }
        Answer refused = firstRefused(SMALL);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("3");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(refused.header("RateLimit-Reset"))).isBetween(2, 3);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.body()).contains("\"code\":\"limit\"", "\"status\":429");
        await().until(() -> gateway.api(SMALL, "/api/v1/x").status() == 200);
    }

    private static Answer firstRefused(String slug) {
        for (int i = 0; i < 20; i++) {
            Answer answer = gateway.api(slug, "/api/v1/x");
            if (answer.status() == 429) {
                return answer;
            }
        }
        throw new AssertionError("20 calls passed");
    }

    @Test
    void turnsOneClientAwayAndServesTheOther() {
        String slug = slug();
        firstRefused(slug);
        assertThat(gateway.get(gateway.host(slug), "/page").status()).isEqualTo(200);
        assertThat(gateway.api(slug(), "/api/v1/x").status()).isEqualTo(200);
    }

    @Test
    void limitsSignInsOfAnAddressMoreStrictly() {
        String host = gateway.host(slug());
        assertThat(gateway.send(HttpMethod.POST, host, "/sign-in", "a=b").status())
                .isEqualTo(200);
        assertThat(gateway.send(HttpMethod.POST, host, "/sign-in", "a=b").status())
                .isEqualTo(200);
        Answer third = gateway.send(HttpMethod.POST, host, "/sign-in", "a=b");
        assertThat(third.status()).isEqualTo(429);
        assertThat(gateway.get(host, "/sign-in").status()).isEqualTo(200);
    }

    @Test
    void keepsKeysUnderTheTenantAndForgetsThem() {
        String slug = slug();
        gateway.api(slug, "/api/v1/x");
        ReactiveStringRedisTemplate redis = gateway.bean(ReactiveStringRedisTemplate.class);
        assertThat(redis.hasKey("qudao:{" + slug + "}:rate:caller:erp").block()).isTrue();
        await().until(() -> Boolean.FALSE.equals(
                redis.hasKey("qudao:{" + slug + "}:rate:caller:erp").block()));
    }
}

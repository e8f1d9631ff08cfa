package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.resource.ClientResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import redis.embedded.RedisServer;

@ExtendWith(OutputCaptureExtension.class)
class LostRedisIntegrationTests {
    @Test
    void servesWithoutRedisAndLimitsAgainWithIt(CapturedOutput output) throws Exception {
        int port = TestRedis.freePort();
        String slug = "t" + port;
        try (RunningGateway alone = new RunningGateway(
                1,
                "spring.data.redis.url=redis://127.0.0.1:" + port,
                "qudao.gateway.rate.client.per-second=1",
                "qudao.gateway.rate.client.burst=2")) {
            for (int i = 0; i < 20; i++) {
                assertThat(alone.api(slug, "/api/v1/x").status()).isEqualTo(200);
            }
            assertThat(output.getAll().split("Redis does not respond", -1)).hasSize(2);
            RedisServer redis =
                    RedisServer.newRedisServer().bind("127.0.0.1").port(port).build();
            redis.start();
            try {
                await().until(() -> alone.api(slug, "/api/v1/x").status() == 429);
                assertThat(output.getAll()).contains("Redis is back");
            } finally {
                redis.stop();
            }
            await().until(() -> alone.api(slug, "/api/v1/x").status() == 200);
        }
    }

    /** An observed command whose answer is quicker than the start of its observation is lost, and its request with it. */
    @Test
    void observesNoCommands() {
        try (RunningGateway gateway = new RunningGateway(1)) {
            assertThat(gateway.bean(ClientResources.class).tracing().isEnabled())
                    .isFalse();
        }
    }
}

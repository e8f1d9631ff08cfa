package io.qudao.permission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.kernel.AccessTokens;
import io.qudao.kernel.Ids;
import io.qudao.kernel.TenantId;
import io.qudao.testing.TestRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/** Messages from one node to the others: with Redis, without it, and after it is back. */
class MemberSignalsIntegrationTests {
    private static final MemberChanged CHANGED = new MemberChanged(new TenantId(7), "somebody");

    private final List<MemberChanged> heard = new CopyOnWriteArrayList<>();

    @Test
    void tellsOtherNodes() {
        var redis = URI.create(TestRedis.url());
        try (var node = new Node(redis.getPort());
                var other = new Node(redis.getPort())) {
            other.signals.onChange(heard::add);
            awaitHearing(node);
        }
    }

    @Test
    void hearsOnEveryNodeWhatWasRevoked() {
        var redis = URI.create(TestRedis.url());
        var session = Ids.next().toString();
        try (var node = new Node(redis.getPort());
                var other = new Node(redis.getPort())) {
            var here = new RevokedIds(node.signals, Clock.systemUTC());
            var there = new RevokedIds(other.signals, Clock.systemUTC());
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                node.template.convertAndSend(AccessTokens.REVOKED_CHANNEL, "7 " + Ids.next() + " " + session);
                return here.isRevoked(new TenantId(7), session) && there.isRevoked(new TenantId(7), session);
            });
            assertThat(there.isRevoked(new TenantId(8), session)).isFalse();
            there.take(List.of(new IdentityClient.Revoked(7, session, Instant.EPOCH)));
            assertThat(there.isRevoked(new TenantId(7), session))
                    .as("its tokens have expired")
                    .isFalse();
        }
    }

    @Test
    void worksWithoutRedisAndHearsOnceItIsThere() throws IOException {
        int port = freePort();
        try (var node = new Node(port);
                var other = new Node(port)) {
            other.signals.onChange(heard::add);
            node.signals.tell(CHANGED);
            assertThat(heard).isEmpty();
            var redis = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            redis.start();
            try {
                awaitHearing(node);
            } finally {
                redis.stop();
            }
        }
    }

    private void awaitHearing(Node node) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            node.signals.tell(CHANGED);
            return heard.contains(CHANGED);
        });
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Node implements AutoCloseable {
        private final LettuceConnectionFactory connections;
        private final MemberSignals signals;
        private final StringRedisTemplate template;

        Node(int port) {
            connections = new LettuceConnectionFactory("127.0.0.1", port);
            connections.afterPropertiesSet();
            connections.start();
            template = new StringRedisTemplate(connections);
            template.afterPropertiesSet();
            signals = new MemberSignals(template, connections);
            signals.start();
        }

        @Override
        public void close() {
            signals.stop();
            connections.destroy();
        }
    }
}

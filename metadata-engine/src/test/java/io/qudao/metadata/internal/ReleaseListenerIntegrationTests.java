package io.qudao.metadata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.testing.TestRedis;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Signals are heard as soon as Redis is there, however late. */
class ReleaseListenerIntegrationTests {
    private static final URI REDIS = URI.create(TestRedis.url());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void hearsOnceRedisHasCome() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        var gate = new Gate();
        var direct = connect(REDIS.getHost(), REDIS.getPort());
        var late = connect("127.0.0.1", gate.port());
        var listener = new ReleaseListener(
                late, (message, pattern) -> heard.add(new String(message.getBody(), StandardCharsets.UTF_8)));
        listener.start();
        try (gate) {
            await().atMost(PATIENCE).until(gate::refused);
            gate.open();
            await().atMost(PATIENCE).untilAsserted(() -> {
                new StringRedisTemplate(direct).convertAndSend("qudao:999999999:release", "1");
                assertThat(heard).isNotEmpty();
            });
        } finally {
            listener.stop();
            late.destroy();
            direct.destroy();
        }
        assertThat(listener.isRunning()).isFalse();
    }

    private static LettuceConnectionFactory connect(String host, int port) {
        var factory = new LettuceConnectionFactory(host, port);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** Closes connections, until it is open and passes them on to Redis. */
    private static final class Gate implements Closeable {
        private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        private final List<Socket> sockets = new CopyOnWriteArrayList<>();
        private volatile boolean open;
        private volatile boolean refused;

        Gate() throws IOException {
            Thread.startVirtualThread(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        void open() {
            open = true;
        }

        boolean refused() {
            return refused;
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    var client = server.accept();
                    if (!open) {
                        client.close();
                        refused = true;
                        continue;
                    }
                    var redis = new Socket(REDIS.getHost(), REDIS.getPort());
                    sockets.addAll(List.of(client, redis));
                    pass(client.getInputStream(), redis.getOutputStream());
                    pass(redis.getInputStream(), client.getOutputStream());
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static void pass(InputStream from, OutputStream to) {
            Thread.startVirtualThread(() -> {
                try {
                    from.transferTo(to);
                } catch (IOException closed) {
                    // The gate or one side was closed.
                }
            });
        }

        @Override
        public void close() throws IOException {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}

package io.qudao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import redis.embedded.RedisServer;

/** A real Redis: the one named by QUDAO_TEST_REDIS, else the embedded binary. */
public final class TestRedis {
    private static final String URL = Optional.ofNullable(System.getenv("QUDAO_TEST_REDIS"))
            .filter(url -> !url.isBlank())
            .orElseGet(TestRedis::start);

    private TestRedis() {}

    public static String url() {
        return URL;
    }

    private static String start() {
        try {
            int port = freePort();
            var server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return "redis://127.0.0.1:" + port;
        } catch (IOException failed) {
            throw new UncheckedIOException("No Redis for tests", failed);
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

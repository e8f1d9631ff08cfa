package io.qudao.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** The Redis of a test: the given one, else an embedded one that ends with the JVM. */
final class TestRedis {
    private static final String URL = find();

    private TestRedis() {}

    static String url() {
        return URL;
    }

    private static String find() {
        String given = System.getenv("QUDAO_TEST_REDIS");
        if (given != null && !given.isBlank()) {
            return given;
        }
        int port = freePort();
        try {
            RedisServer server =
                    RedisServer.newRedisServer().bind("127.0.0.1").port(port).build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.stop();
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return "redis://127.0.0.1:" + port;
    }

    /** Returns a port on which nothing is listening at the moment. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

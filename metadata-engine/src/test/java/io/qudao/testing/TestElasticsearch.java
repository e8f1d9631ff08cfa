package io.qudao.testing;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/** A real Elasticsearch: the one named by QUDAO_TEST_ELASTICSEARCH, else the distribution that the build unpacked. */
public final class TestElasticsearch {
    private static final String URL = Optional.ofNullable(System.getenv("QUDAO_TEST_ELASTICSEARCH"))
            .filter(url -> !url.isBlank())
            .orElseGet(TestElasticsearch::start);

    private TestElasticsearch() {}

    public static String url() {
        return URL;
    }

    private static String start() {
        try {
            var home = distribution();
            var folder = Files.createTempDirectory("qudao-elasticsearch");
            int port = freePort();
            configure(home, folder, port);
            var process = launch(home, folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
            String url = "http://127.0.0.1:" + port;
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> answers(url, process, folder));
            return url;
        } catch (IOException failed) {
            throw new UncheckedIOException("No Elasticsearch for tests", failed);
        }
    }

    private static Path distribution() throws IOException {
        try (var unpacked = Files.list(Path.of("target/elasticsearch"))) {
            return unpacked.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The build has not unpacked Elasticsearch"))
                    .toAbsolutePath();
        }
    }

    private static void configure(Path home, Path folder, int port) throws IOException {
        FileSystemUtils.copyRecursively(home.resolve("config"), folder.resolve("config"));
        Files.writeString(folder.resolve("config/elasticsearch.yml"), """
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                path.data: "%s"
                path.logs: "%s"
                xpack.security.enabled: false
                """.formatted(
                        port, freePort(), folder.resolve("data"), folder.resolve("logs")));
    }

    /** It refuses to run as root: root gives it a user namespace in which it is somebody else. */
    private static Process launch(Path home, Path folder) throws IOException {
        var command = new ArrayList<String>();
        if (new UnixSystem().getUid() == 0) {
            command.addAll(List.of("unshare", "-U", "--map-user=1000", "--map-group=1000"));
        }
        command.add(home.resolve("bin/elasticsearch").toString());
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile());
        builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ES_PATH_CONF", folder.resolve("config").toString());
        builder.environment().put("ES_JAVA_OPTS", "-Xms384m -Xmx384m -XX:TieredStopAtLevel=1");
        return builder.start();
    }

    private static boolean answers(String url, Process process, Path folder) throws InterruptedException, IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Elasticsearch has ended with " + process.exitValue() + ": "
                    + Files.readString(folder.resolve("out.log")));
        }
        var health = HttpRequest.newBuilder(URI.create(url + "/_cluster/health?wait_for_status=yellow&timeout=1s"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void stop(Process process, Path folder) {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
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

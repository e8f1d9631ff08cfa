package io.qudao.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A single Elasticsearch node, for stacks that search with a real one. */
record Elasticsearch(StackFolder folder, Binaries binaries, Path project, int port, int transportPort)
        implements Service {

    @Override
    public String name() {
        return "elasticsearch";
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private Path installation() {
        Path downloads = project.resolve("deploy/target/elasticsearch");
        try (var files = Files.exists(downloads) ? Files.list(downloads) : Stream.<Path>empty()) {
            return binaries.elasticsearch(files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow(() -> new StackFailure(
                            "Elasticsearch was not downloaded to %s.".formatted(downloads),
                            "Start through the script, which does: ./qudao run --search=elasticsearch")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path configuration() {
        return folder.folder("config/elasticsearch");
    }

    @Override
    public void prepare() {
        try (var defaults = Files.list(installation().resolve("config"))) {
            for (Path file : defaults.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(configuration().resolve("elasticsearch.yml"), """
                    cluster.name: qudao
                    discovery.type: single-node
                    network.host: 127.0.0.1
                    http.port: %d
                    transport.port: %d
                    path.data: "%s"
                    path.logs: "%s"
                    xpack.security.enabled: false
                    """.formatted(
                            port, transportPort, folder.folder("elasticsearch"), folder.folder("logs/elasticsearch")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Launch launch() {
        return new Launch(
                Launch.unprivileged(
                        List.of(installation().resolve("bin/elasticsearch").toString())),
                Map.of(
                        "ES_JAVA_HOME", System.getProperty("java.home"),
                        "ES_PATH_CONF", configuration().toString(),
                        "ES_JAVA_OPTS", "-Xms%1$dm -Xmx%1$dm".formatted(Sizing.ELASTICSEARCH_HEAP)),
                folder.path("."));
    }

    @Override
    public boolean answers() {
        return Http.ok(url() + "/_cluster/health");
    }

    @Override
    public Stage stage() {
        return Stage.SIGNAL;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(30);
    }
}

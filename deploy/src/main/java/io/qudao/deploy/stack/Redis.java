package io.qudao.deploy.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Redis in memory only: it caches and signals, and nothing is lost with it. */
record Redis(StackFolder folder, Binaries binaries, Secrets secrets, int port) implements Service {

    private static final int PROBE_MILLIS = 1000;

    @Override
    public String name() {
        return "redis";
    }

    /** Returns the URL for programs, including the password. */
    String url() {
        return "redis://:%s@127.0.0.1:%d".formatted(secrets.get(Secrets.Name.REDIS), port);
    }

    private Path configuration() {
        return folder.folder("config").resolve("redis.conf");
    }

    /** Writes the password to a private file, because command lines are visible to others. */
    @Override
    public void prepare() {
        Trees.writePrivately(configuration(), """
                bind 127.0.0.1
                port %d
                requirepass %s
                save ""
                appendonly no
                maxmemory %dmb
                maxmemory-policy allkeys-lru
                dir "%s"
                """.formatted(
                        port, secrets.get(Secrets.Name.REDIS), Sizing.REDIS, folder.folder("redis")));
    }

    @Override
    public Launch launch() {
        Path program = binaries.redis(HostPlatform.current());
        return new Launch(List.of(program.toString(), configuration().toString()), Map.of(), folder.folder("redis"));
    }

    @Override
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\n"
                            .formatted(secrets.get(Secrets.Name.REDIS))
                            .getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            if (!"+OK".equals(reader.readLine())) {
                throw new StackFailure("Another Redis responds on port %d.".formatted(port));
            }
            return "+PONG".equals(reader.readLine());
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public Stage stage() {
        return Stage.SIGNAL;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }
}

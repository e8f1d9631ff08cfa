package io.qudao.deploy.stack;

import java.util.Arrays;
import java.util.Locale;

/** The systems for which PostgreSQL and Redis binaries exist, and their location in the artifacts. */
enum HostPlatform {
    LINUX_AMD64("linux", "amd64", "postgres-linux-x86_64.txz", "redis-server-6.2.6-v5-linux-amd64"),
    LINUX_AARCH64("linux", "aarch64", "postgres-linux-arm_64.txz", "redis-server-6.2.7-linux-arm64"),
    MAC_X86_64("mac", "x86_64", "postgres-darwin-x86_64.txz", "redis-server-6.2.6-v5-darwin-amd64"),
    MAC_AARCH64("mac", "aarch64", "postgres-darwin-arm_64.txz", "redis-server-6.2.6-v5-darwin-arm64");

    private final String system;
    private final String architecture;
    private final String postgres;
    private final String redis;

    HostPlatform(String system, String architecture, String postgres, String redis) {
        this.system = system;
        this.architecture = architecture;
        this.postgres = postgres;
        this.redis = redis;
    }

    static HostPlatform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static HostPlatform of(String system, String architecture) {
        String name = system.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(p -> name.startsWith(p.system) && architecture.equals(p.architecture))
                .findFirst()
                .orElseThrow(() -> new StackFailure(
                        "There are no PostgreSQL and Redis binaries for %s on %s.".formatted(system, architecture),
                        "Linux and macOS on x86-64 or ARM64 have them; elsewhere use deploy/compose.yaml."));
    }

    boolean isMac() {
        return system.equals("mac");
    }

    String postgresArchive() {
        return postgres;
    }

    String redisExecutable() {
        return redis;
    }
}

package io.qudao.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Settings of one node behind one tenant-service. */
public final class SettingsFixture {
    private SettingsFixture() {}

    public static GatewaySettings settings(GatewaySettings.Rate rate) {
        return settings(
                URI.create("http://127.0.0.1:1"), Map.of("n1", URI.create("http://127.0.0.1:2")), Set.of(), rate);
    }

    public static GatewaySettings trusting(String... proxies) {
        return settings(
                URI.create("http://127.0.0.1:1"),
                Map.of("n1", URI.create("http://127.0.0.1:2")),
                Set.of(proxies),
                rate());
    }

    public static GatewaySettings addresses(@Nullable URI tenantService, Map<String, URI> nodes) {
        return settings(tenantService, nodes, Set.of(), rate());
    }

    private static GatewaySettings.Rate rate() {
        GatewaySettings.Allowance one = new GatewaySettings.Allowance(1, 1);
        return new GatewaySettings.Rate(one, one, one, Map.of());
    }

    private static GatewaySettings settings(
            @Nullable URI tenantService, Map<String, URI> nodes, Set<String> proxies, GatewaySettings.Rate rate) {
        return new GatewaySettings(
                "localhost",
                tenantService,
                nodes,
                proxies,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                new GatewaySettings.Size(DataSize.ofMegabytes(64), DataSize.ofMegabytes(10)),
                new GatewaySettings.BodyTime(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(1)),
                rate,
                new GatewaySettings.Health(Duration.ofSeconds(1), Duration.ofSeconds(1), 3));
    }
}

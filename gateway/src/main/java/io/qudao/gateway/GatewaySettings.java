package io.qudao.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** All settings of the gateway; their defaults are in application.yml. */
@ConfigurationProperties("qudao.gateway")
public record GatewaySettings(
        String domain,
        @Nullable URI tenantService,
        @DefaultValue Map<String, URI> nodes,
        @DefaultValue Set<String> trustedProxies,
        Duration connectTimeout,
        Duration apiTimeout,
        Size size,
        BodyTime bodyTime,
        Rate rate,
        Health health) {

    private static final Pattern NODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");

    public GatewaySettings {
        nodes = Map.copyOf(nodes);
        trustedProxies = Set.copyOf(trustedProxies);
        List<String> wrong = new ArrayList<>();
        if (tenantService == null) {
            wrong.add("qudao.gateway.tenant-service is not set");
        } else if (!isBase(tenantService)) {
            wrong.add("qudao.gateway.tenant-service is not a base address: " + tenantService);
        }
        if (nodes.isEmpty()) {
            wrong.add("qudao.gateway.nodes.<name> is not set: at least one platform node is needed");
        }
        nodes.forEach((name, base) -> {
            if (!NODE.matcher(name).matches() || !isBase(base)) {
                wrong.add("qudao.gateway.nodes." + name + " is not a base address under a lower-case name: " + base);
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
    }

    private static boolean isBase(URI address) {
        String path = address.getRawPath();
        return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && (path == null || path.isEmpty() || path.equals("/"))
                && address.getRawQuery() == null;
    }

    /** The maximum size of a request body: of an upload (imports, files), and of any other request. */
    public record Size(DataSize upload, DataSize other) {}

    /** How long to wait for the next part of a request body, and for all parts of an upload or of any other body. */
    public record BodyTime(Duration pause, Duration upload, Duration other) {}

    /**
     * The allowances of a whole tenant, of one client in it, and of sign-ins from one address; tenants can have their
     * own.
     */
    public record Rate(
            Allowance tenant,
            Allowance client,
            Allowance signIn,
            @DefaultValue Map<String, Allowance> tenants) {
        public Rate {
            tenants = Map.copyOf(tenants);
        }

        public Allowance of(String slug) {
            return tenants.getOrDefault(slug, tenant);
        }
    }

    /** The average number of requests per second, and the maximum number at once. */
    public record Allowance(int perSecond, int burst) {
        public Allowance {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException("a rate needs per-second and burst of at least 1");
            }
        }
    }

    /**
     * How often nodes are probed, how long to wait for a response, and after how many missing responses in a row a node
     * is skipped.
     */
    public record Health(Duration period, Duration timeout, int silences) {}
}

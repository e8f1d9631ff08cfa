package io.qudao.gateway.relay.internal;

import io.qudao.gateway.Destination;
import io.qudao.gateway.Destination.Pool;
import io.qudao.gateway.GatewaySettings;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The tenant-service and the platform, as configured. */
@Component
final class Upstreams {
    private final GatewaySettings settings;
    private final Upstream tenantService;
    private final Upstream platform;

    Upstreams(GatewaySettings settings) {
        this.settings = settings;
        tenantService = new Upstream(List.of(node("tenant-service", Objects.requireNonNull(settings.tenantService()))));
        platform = new Upstream(settings.nodes().entrySet().stream()
                .map(entry -> node(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Node::name))
                .toList());
    }

    Upstream of(Destination destination) {
        return destination.pool() == Pool.TENANT_SERVICE ? tenantService : platform;
    }

    List<Node> nodes() {
        return Stream.of(tenantService, platform)
                .flatMap(upstream -> upstream.nodes().stream())
                .toList();
    }

    private Node node(String name, URI base) {
        return new Node(name, base, settings.health().silences());
    }
}

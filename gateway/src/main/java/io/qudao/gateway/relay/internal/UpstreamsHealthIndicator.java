package io.qudao.gateway.relay.internal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows operators which nodes are up. The gateway stays ready without them, so that it can report that to clients. */
@Component
final class UpstreamsHealthIndicator implements HealthIndicator {
    private final Upstreams upstreams;

    UpstreamsHealthIndicator(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public Health health() {
        boolean all = upstreams.nodes().stream().allMatch(Node::isUp);
        Health.Builder health = all ? Health.up() : Health.status("DEGRADED");
        upstreams.nodes().forEach(node -> health.withDetail(node.name(), node.isUp() ? "up" : "down"));
        return health.build();
    }
}

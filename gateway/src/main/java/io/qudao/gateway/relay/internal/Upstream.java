package io.qudao.gateway.relay.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The nodes that can serve the same requests. */
final class Upstream {
    private final List<Node> nodes;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    List<Node> nodes() {
        return nodes;
    }

    /**
     * Chooses a node not tried yet: the preferred one, else the next in turn. If no other is left, one that seems down
     * is used, because the last probe may be outdated and a refusal would help nobody.
     */
    Optional<Node> choose(@Nullable String preferred, List<Node> tried) {
        return choose(preferred, tried, true).or(() -> choose(preferred, tried, false));
    }

    private Optional<Node> choose(@Nullable String preferred, List<Node> tried, boolean up) {
        if (preferred != null) {
            for (Node node : nodes) {
                if (node.name().equals(preferred) && isUsable(node, tried, up)) {
                    return Optional.of(node);
                }
            }
        }
        int start = turn.getAndIncrement();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(Math.floorMod(start + i, nodes.size()));
            if (isUsable(node, tried, up)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static boolean isUsable(Node node, List<Node> tried, boolean up) {
        return node.isUp() == up && !tried.contains(node);
    }
}

package io.qudao.gateway.relay.internal;

import org.springframework.context.ApplicationContext;

/** What a running gateway takes its nodes for. */
public final class NodeStates {
    private NodeStates() {}

    /** As after a good probe of each. */
    public static void reset(ApplicationContext gateway) {
        gateway.getBean(Upstreams.class).nodes().forEach(node -> node.answered(true));
    }

    public static boolean isUp(ApplicationContext gateway, String name) {
        return gateway.getBean(Upstreams.class).nodes().stream()
                .anyMatch(node -> node.name().equals(name) && node.isUp());
    }
}

package io.qudao.deploy.stack;

import java.lang.management.ManagementFactory;

/**
 * The memory of each process in MB: suitable for a machine of 4 GB that also runs a browser, and more on larger
 * machines.
 */
record Sizing(int sharedBuffers, int platformHeap, int tenantServiceHeap, int gatewayHeap) {

    static final int REDIS = 128;
    static final int ELASTICSEARCH_HEAP = 512;

    /** Divides the total memory for {@code nodes} platform nodes. */
    static Sizing of(long memoryMegabytes, int nodes) {
        return new Sizing(
                between(256, memoryMegabytes / 16, 1024),
                between(512, memoryMegabytes / (6L + 2L * nodes), 2048),
                between(192, memoryMegabytes / 24, 384),
                between(160, memoryMegabytes / 24, 384));
    }

    static Sizing ofThisMachine(int nodes) {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? of(system.getTotalMemorySize() >> 20, nodes)
                : of(0, nodes);
    }

    private static int between(int least, long share, int most) {
        return Math.toIntExact(Math.clamp(share, least, most));
    }
}

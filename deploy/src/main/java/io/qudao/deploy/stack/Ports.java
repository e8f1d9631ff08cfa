package io.qudao.deploy.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Allocates loopback ports, each only once. */
final class Ports {

    private static final int PROBE_MILLIS = 200;
    private static final int HIGHEST = 65_535;
    private static final int LOWEST_ANY = 15_000;
    private static final int LOWEST_OUTGOING = 32_768;
    private static final int ATTEMPTS = 1_000;

    private final Set<Integer> given = new HashSet<>();

    /** Returns the requested port, or fails naming the process that uses it; 0 requests any free port. */
    int require(int port) {
        if (port == 0) {
            return any();
        }
        if (!free(port)) {
            String holder = PortOwner.of(port).map(owner -> " by " + owner).orElse("");
            throw new StackFailure(
                    "Port %d is taken%s.".formatted(port, holder),
                    "Stop that program, or choose another port: --port " + firstFreeFrom(port + 10));
        }
        given.add(port);
        return port;
    }

    /**
     * Returns the port {@code distance} above {@code base} if it is free, else any free one; also any if base is 0.
     */
    int near(int base, int distance) {
        int port = base + distance;
        if (base == 0 || port > HIGHEST || given.contains(port) || !free(port)) {
            return any();
        }
        given.add(port);
        return port;
    }

    /**
     * Returns a free port below the range of outgoing connections, because a service binds its port long after it was
     * chosen.
     */
    private int any() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_ANY, LOWEST_OUTGOING);
            if (!given.contains(port) && free(port)) {
                given.add(port);
                return port;
            }
        }
        throw new StackFailure("No free port was found between %d and %d.".formatted(LOWEST_ANY, LOWEST_OUTGOING));
    }

    private static int firstFreeFrom(int port) {
        for (int candidate = port; candidate <= HIGHEST; candidate++) {
            if (free(candidate)) {
                return candidate;
            }
        }
        return 0;
    }

    /**
     * Returns whether nobody listens there and it can be bound, because some systems let a second program bind a port
     * in use.
     */
    static boolean free(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (Socket socket = new Socket()) {
            socket.connect(address, PROBE_MILLIS);
            return false;
        } catch (IOException nobodyListens) {
            // The next check decides.
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}

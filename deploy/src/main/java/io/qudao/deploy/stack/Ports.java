package io.qudao.deploy.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses loopback ports, none of them twice. */
final class Ports {

    private static final int PROBE_MILLIS = 200;
    private static final int HIGHEST = 65_535;
    private static final int LOWEST_ANY = 15_000;
    private static final int LOWEST_OUTGOING = 32_768;
    private static final int ATTEMPTS = 1_000;

    private final Set<Integer> given = new HashSet<>();

    /** The port asked for, or a failure that names who holds it; 0 asks for any free port. */
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

    /** The port {@code distance} above {@code base} if nobody has it, else any free one: any if base is 0. */
    int near(int base, int distance) {
        int port = base + distance;
        if (base == 0 || port > HIGHEST || given.contains(port) || !free(port)) {
            return any();
        }
        given.add(port);
        return port;
    }

    /** Below the range that outgoing connections take theirs from: a service binds its port long after it is chosen. */
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

    /** Whether nobody listens there and it can be bound: some systems let a second program bind a taken port. */
    static boolean free(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (Socket socket = new Socket()) {
            socket.connect(address, PROBE_MILLIS);
            return false;
        } catch (IOException nobodyListens) {
            // the next check decides
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}

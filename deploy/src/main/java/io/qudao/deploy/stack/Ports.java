package io.qudao.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** Chooses loopback ports, none of them twice. */
final class Ports {

    private static final int PROBE_MILLIS = 200;
    private static final int HIGHEST = 65_535;

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

    private int any() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (given.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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

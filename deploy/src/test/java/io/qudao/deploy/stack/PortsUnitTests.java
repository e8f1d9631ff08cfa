package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PortsUnitTests {

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void saysWhoHasThePort() throws IOException {
        try (var socket = listener()) {
            int port = socket.getLocalPort();
            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(() -> new Ports().require(port))
                    .withMessage(
                            "Port %d is taken by java (process %d).",
                            port, ProcessHandle.current().pid())
                    .satisfies(failure -> assertThat(failure.advice())
                            .singleElement()
                            .asString()
                            .contains("--port "));
        }
    }

    @Test
    void givesNoPortTwice() throws IOException {
        var ports = new Ports();
        var given = new HashSet<Integer>();
        for (int i = 0; i < 50; i++) {
            assertThat(given.add(ports.require(0))).isTrue();
        }
        int free;
        try (var socket = listener()) {
            free = socket.getLocalPort();
        }
        assertThat(ports.near(free - 1, 1)).isEqualTo(free);
        assertThat(ports.near(free - 1, 1)).isNotEqualTo(free);
    }

    @Test
    void takesAnotherPortWhenTheNearOneIsTaken() throws IOException {
        try (var socket = listener()) {
            assertThat(new Ports().near(socket.getLocalPort() - 1, 1)).isNotEqualTo(socket.getLocalPort());
        }
        assertThat(new Ports().near(65_530, 30)).isLessThanOrEqualTo(65_535);
    }
}

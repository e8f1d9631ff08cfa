package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class LocalhostNamesUnitTests {

    @Test
    void leadToThisMachine() throws UnknownHostException {
        assertThat(InetAddress.getAllByName("acme.localhost"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("127.0.0.1");
        assertThat(InetAddress.getByName("localhost").isLoopbackAddress()).isTrue();
        assertThat(InetAddress.getByName("127.0.0.2").getHostAddress()).isEqualTo("127.0.0.2");
    }
}

package io.qudao.gateway.edge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.SecurityHeaders;
import io.qudao.gateway.SettingsFixture;
import io.qudao.gateway.Site;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class IncomingRequestsUnitTests {
    private static ServerHttpRequest request(String peer) {
        return MockServerHttpRequest.get("http://ignored/orders")
                .remoteAddress(new InetSocketAddress(peer, 1234))
                .header("Host", "acme.localhost")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
                .build();
    }

    @Test
    void believesNoStranger() {
        IncomingRequest incoming =
                new IncomingRequests(SettingsFixture.trusting("10.1.0.0/16")).read(request("10.2.0.1"));
        assertThat(incoming.scheme()).isEqualTo("http");
        assertThat(incoming.client()).isEqualTo("10.2.0.1");
        assertThat(incoming.base()).isEqualTo("http://acme.localhost");
        assertThat(incoming.port()).isEqualTo("80");
    }

    @Test
    void believesTrustedProxy() {
        for (String trusted : new String[] {"10.1.0.0/16", "10.1.2.3"}) {
            IncomingRequest incoming =
                    new IncomingRequests(SettingsFixture.trusting(trusted)).read(request("10.1.2.3"));
            assertThat(incoming.isSecure()).isTrue();
            assertThat(incoming.client()).isEqualTo("203.0.113.9");
            assertThat(incoming.base()).isEqualTo("https://acme.localhost");
            assertThat(incoming.port()).isEqualTo("443");
        }
    }

    @Test
    void knowsNoSiteWithTwoHosts() {
        ServerHttpRequest twice = MockServerHttpRequest.get("http://ignored/")
                .header("Host", "acme.localhost", "globex.localhost")
                .build();
        assertThat(new IncomingRequests(SettingsFixture.trusting()).read(twice).site())
                .isEqualTo(new Site.Unknown());
    }

    @Test
    void demandsHttpsOfSecureSites() {
        IncomingRequest incoming = new IncomingRequests(SettingsFixture.trusting("10.1.2.3")).read(request("10.1.2.3"));
        HttpHeaders headers = new HttpHeaders();
        SecurityHeaders.write(incoming, headers);
        assertThat(headers.getFirst("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }
}

package io.qudao.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ArrivalsUnitTests {
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
        Arrival arrival = new Arrivals(SettingsFixture.trusting("10.1.0.0/16")).read(request("10.2.0.1"));
        assertThat(arrival.scheme()).isEqualTo("http");
        assertThat(arrival.client()).isEqualTo("10.2.0.1");
        assertThat(arrival.base()).isEqualTo("http://acme.localhost");
        assertThat(arrival.port()).isEqualTo("80");
    }

    @Test
    void believesTrustedProxy() {
        for (String trusted : new String[] {"10.1.0.0/16", "10.1.2.3"}) {
            Arrival arrival = new Arrivals(SettingsFixture.trusting(trusted)).read(request("10.1.2.3"));
            assertThat(arrival.isSecure()).isTrue();
            assertThat(arrival.client()).isEqualTo("203.0.113.9");
            assertThat(arrival.base()).isEqualTo("https://acme.localhost");
            assertThat(arrival.port()).isEqualTo("443");
        }
    }

    @Test
    void knowsNoSiteWithTwoHosts() {
        ServerHttpRequest twice = MockServerHttpRequest.get("http://ignored/")
                .header("Host", "acme.localhost", "globex.localhost")
                .build();
        assertThat(new Arrivals(SettingsFixture.trusting()).read(twice).site()).isEqualTo(new Site.Unknown());
    }

    @Test
    void demandsHttpsOfSecureSites() {
        Arrival arrival = new Arrivals(SettingsFixture.trusting("10.1.2.3")).read(request("10.1.2.3"));
        HttpHeaders headers = new HttpHeaders();
        SecurityHeaders.write(arrival, headers);
        assertThat(headers.getFirst("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }
}

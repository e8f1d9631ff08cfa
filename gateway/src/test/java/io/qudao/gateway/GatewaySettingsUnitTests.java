package io.qudao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewaySettingsUnitTests {
    private static final URI SERVICE = URI.create("http://127.0.0.1:8081");

    @Test
    void acceptsBaseAddresses() {
        GatewaySettings settings = SettingsFixture.addresses(SERVICE, Map.of("n1", URI.create("https://node-1:8443/")));
        assertThat(settings.nodes()).containsOnlyKeys("n1");
    }

    @Test
    void saysAllThatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsFixture.addresses(null, Map.of()))
                .withMessageContaining("tenant-service")
                .withMessageContaining("nodes.<name>");
    }

    @Test
    void refusesAddressThatIsNoBase() {
        for (String wrong : new String[] {"ftp://a", "http://a/path", "http:///x", "node"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SettingsFixture.addresses(SERVICE, Map.of("n1", URI.create(wrong))))
                    .withMessageContaining("nodes.n1");
        }
    }

    @Test
    void refusesNodeNameThatNoCookieCarries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingsFixture.addresses(SERVICE, Map.of("n;1", SERVICE)));
    }

    @Test
    void refusesEmptyAllowance() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GatewaySettings.Allowance(0, 1));
    }
}

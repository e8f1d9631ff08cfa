package io.qudao.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressUnitTests {

    private final PublicAddress local = PublicAddress.parse("http://{tenant}.localhost:8080");

    @Test
    void buildsTheAddressesOfSiteAndTenants() {
        assertThat(local.site()).isEqualTo("http://localhost:8080");
        assertThat(local.ofTenant("acme")).isEqualTo("http://acme.localhost:8080");
        assertThat(local.suffix()).isEqualTo(".localhost:8080");
        var secure = PublicAddress.parse("https://{tenant}.Example.com");
        assertThat(secure.ofTenant("acme")).isEqualTo("https://acme.example.com");
        assertThat(secure.secure()).isTrue();
    }

    @Test
    void findsTheSlugInAHost() {
        assertThat(local.slugIn("acme.localhost")).contains("acme");
        assertThat(local.slugIn("localhost")).isEmpty();
        assertThat(local.slugIn("a.b.localhost")).isEmpty();
        assertThat(local.slugIn("acme.localhost.evil.example")).isEmpty();
        assertThat(local.slugIn("acmelocalhost")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "{tenant}.localhost",
                "http://{tenant}.localhost/base",
                "http://{tenant}."
            })
    void refusesPatternsThatAreNone(String pattern) {
        assertThatThrownBy(() -> PublicAddress.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.qudao.gateway.edge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.gateway.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteReaderUnitTests {
    private final SiteReader local = new SiteReader("localhost");
    private final SiteReader production = new SiteReader("Qudao.example.com");

    @Test
    void readsTenantFromHost() {
        assertThat(local.read("acme.localhost:8080")).isEqualTo(new Site.Tenant("acme", "acme.localhost:8080"));
        assertThat(local.read("a1-b.localhost")).isEqualTo(new Site.Tenant("a1-b", "a1-b.localhost"));
        assertThat(production.read("acme.qudao.example.com"))
                .isEqualTo(new Site.Tenant("acme", "acme.qudao.example.com"));
    }

    @Test
    void ignoresCaseOfHost() {
        assertThat(local.read("ACME.LocalHost:8080")).isEqualTo(new Site.Tenant("acme", "acme.localhost:8080"));
    }

    @Test
    void readsPublicSiteFromBareDomain() {
        assertThat(local.read("localhost:8080")).isEqualTo(new Site.Public("localhost:8080"));
        assertThat(production.read("qudao.example.com")).isEqualTo(new Site.Public("qudao.example.com"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "example.com",
                "acme.example.com",
                "acme.localhost.evil.com",
                "acmelocalhost",
                "x.acme.localhost",
                "a.localhost",
                "1acme.localhost",
                "-acme.localhost",
                "ac_me.localhost",
                "acme.localhost:",
                "acme.localhost:80:80",
                "acme.localhost:123456",
                "acme.localhost.",
                ".localhost",
                "acme@localhost",
                "acme.localhost/x",
                "acme.localhost\n",
                "acmeéé.localhost",
                "a23456789012345678901234567890123.localhost"
            })
    void knowsNoOtherHost(@Nullable String host) {
        assertThat(local.read(host)).isInstanceOf(Site.Unknown.class);
    }

    @Test
    void takesDomainLiterally() {
        assertThat(production.read("acme.qudaoxexample.com")).isInstanceOf(Site.Unknown.class);
    }
}

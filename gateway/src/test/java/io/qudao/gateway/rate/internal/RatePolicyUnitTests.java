package io.qudao.gateway.rate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.gateway.Caller;
import io.qudao.gateway.Destination;
import io.qudao.gateway.GatewaySettings;
import io.qudao.gateway.GatewaySettings.Allowance;
import io.qudao.gateway.IncomingRequest;
import io.qudao.gateway.SettingsFixture;
import io.qudao.gateway.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class RatePolicyUnitTests {
    private static final Allowance TENANT = new Allowance(100, 200);
    private static final Allowance BIG = new Allowance(1000, 2000);
    private static final Allowance CLIENT = new Allowance(10, 20);
    private static final Allowance SIGN_IN = new Allowance(1, 5);

    private final RatePolicy policy = new RatePolicy(
            SettingsFixture.settings(new GatewaySettings.Rate(TENANT, CLIENT, SIGN_IN, Map.of("big", BIG))));

    private List<Bucket> buckets(String slug, String path, HttpMethod method, @Nullable Caller caller) {
        return policy.buckets(incoming(new Site.Tenant(slug, slug + ".localhost"), path), method, caller);
    }

    private static IncomingRequest incoming(Site site, String path) {
        return new IncomingRequest("1", site, Destination.of(site, path), path, "http", "10.0.0.1");
    }

    @Test
    void countsPageByTenantAndAddress() {
        assertThat(buckets("acme", "/orders", HttpMethod.GET, null))
                .containsExactly(
                        new Bucket("qudao:{acme}:rate:tenant", TENANT),
                        new Bucket("qudao:{acme}:rate:address:10.0.0.1", CLIENT));
    }

    @Test
    void countsApiCallByTenantAndCaller() {
        Caller caller = new Caller("erp", "acme", "http://acme.localhost", List.of(), Instant.MAX);
        assertThat(buckets("acme", "/api/v1/orders", HttpMethod.POST, caller))
                .containsExactly(
                        new Bucket("qudao:{acme}:rate:tenant", TENANT),
                        new Bucket("qudao:{acme}:rate:caller:erp", CLIENT));
    }

    @Test
    void givesTenantItsOwnAllowance() {
        assertThat(buckets("big", "/", HttpMethod.GET, null)).contains(new Bucket("qudao:{big}:rate:tenant", BIG));
    }

    @Test
    void countsSignInsByAddressToo() {
        assertThat(buckets("acme", "/sign-in", HttpMethod.POST, null))
                .contains(new Bucket("qudao:{acme}:rate:sign-in:10.0.0.1", SIGN_IN));
        assertThat(buckets("acme", "/sign-in", HttpMethod.GET, null)).hasSize(2);
        assertThat(buckets("acme", "/sign-up", HttpMethod.POST, null)).hasSize(2);
    }

    @Test
    void countsSignUpsOfBareDomainByAddressOnly() {
        assertThat(policy.buckets(incoming(new Site.Public("localhost"), "/api/v1/sign-up"), HttpMethod.POST, null))
                .containsExactly(
                        new Bucket("qudao:{-}:rate:address:10.0.0.1", CLIENT),
                        new Bucket("qudao:{-}:rate:sign-in:10.0.0.1", SIGN_IN));
    }
}

package io.qudao.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.Rows;
import io.qudao.control.testing.SetClock;
import io.qudao.control.testing.StandingPlatform;
import io.qudao.kernel.TenantId;
import io.qudao.registry.Tenants;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class ProvisioningIntegrationTests {

    @Autowired
    private Calls calls;

    @Autowired
    private SetClock clock;

    @Autowired
    private Provisioning provisioning;

    @Autowired
    private Tenants tenants;

    private final StandingPlatform platform = StandingPlatform.INSTANCE;

    @AfterEach
    void reset() {
        clock.reset();
        platform.acceptAll();
    }

    @Test
    void triesAgainByItselfUntilThePlatformHasHeard() throws InterruptedException {
        var slug = Calls.fresh("patient");
        platform.refuse(slug);
        var answer = calls.post(Calls.SITE, "/api/v1/sign-up", Calls.signUpBody(slug, "lin@patient.example", true));
        assertThat(answer.status()).isEqualTo(202);
        int id = answer.json().get("tenantId").asInt();
        assertThat(job(id)).singleElement().asString().contains("503");

        platform.acceptAll();
        var heard = new CountDownLatch(1);
        platform.onTold(slug, heard::countDown);
        clock.advance(Duration.ofMinutes(2));
        assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(provisioning.carryOut(new TenantId(id))).isTrue();
        assertThat(tenants.bySlug(slug).orElseThrow().isActive()).isTrue();
        assertThat(job(id)).isEmpty();
    }

    @Test
    void hasNothingLeftToTellOfAnOpenTenant() {
        var tenant = calls.signUp("told");
        assertThat(job(tenant.id())).isEmpty();
        assertThat(provisioning.carryOut(new TenantId(tenant.id()))).isTrue();
        assertThat(platform.told(tenant.slug())).hasSize(1);
    }

    private static Iterable<String> job(int tenant) {
        return Rows.of("select coalesce(last_error, 'none') from provisioning_job where tenant_id = " + tenant, 0);
    }
}

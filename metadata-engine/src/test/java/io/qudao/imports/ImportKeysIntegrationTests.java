package io.qudao.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Idempotency keys of imports. */
@HttpTest
class ImportKeysIntegrationTests {
    private static final String IMPORTS = "/api/v1/imports?target=probes&wait=true";
    private static final String GOOD = "code,quantity\na1,1\n";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
    }

    @Test
    void isTheMembersOwn() {
        var email = tenant.slug() + ".second@one.example";
        var invited = admin.post(
                "/api/v1/members",
                "{\"name\":\"S\",\"email\":\"%s\",\"permissionSets\":[\"brand_admin\"]}".formatted(email));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        var second = ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
        var first = keyed(admin).post(IMPORTS, GOOD);
        var other = keyed(second).post(IMPORTS, "code,quantity\nb1,1\n");
        assertThat(other.status()).as(other.body()).isEqualTo(200);
        assertThat(other.at("/id")).isNotEqualTo(first.at("/id"));
    }

    @Test
    void startsOneImportOfManyAtOnce() throws Exception {
        var calls = new ArrayList<Callable<ApiClient.Answer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> keyed(admin).post(IMPORTS, GOOD));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var ids = new ArrayList<String>();
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).as(answer.get().body()).isBetween(200, 202);
                ids.add(answer.get().at("/id"));
            }
            assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
        }
    }

    private static ApiClient keyed(ApiClient client) {
        return client.with("Idempotency-Key", "1").with("Content-Type", "text/csv");
    }
}

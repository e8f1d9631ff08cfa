package io.qudao.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import io.qudao.kernel.Ids;
import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import io.qudao.testing.TestStack;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who gets in. */
@HttpTest
class DoorIntegrationTests {
    private static final String ME = "/api/v1/me";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
    }

    @Test
    void knowsTheMemberOfAToken() {
        var me = ApiClient.admin(context, tenant).get(ME);
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.json().path("tenant").path("slug").asString()).isEqualTo(tenant.slug());
        assertThat(me.json().path("member").path("name").asString()).isEqualTo("Admin");
        assertThat(me.json().path("permissions").path(0).asString()).isEqualTo("*");
    }

    @Test
    void asksForAToken() {
        var answer = ApiClient.anonymous(context, tenant).get(ME);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void refusesTokensThatAreForgedExpiredOrNotForTheApi() {
        var claims = TestIdentity.claims(tenant, TenantFixture.adminOf(tenant).toString());
        assertThat(status(TestIdentity.forge(claims.build()))).isEqualTo(401);
        assertThat(status("nonsense")).isEqualTo(401);
        var expired = Date.from(Clock.systemUTC().instant().minusSeconds(120));
        assertThat(status(TestIdentity.sign(new JWTClaimsSet.Builder(claims.build())
                        .expirationTime(expired)
                        .build())))
                .isEqualTo(401);
        assertThat(status(TestIdentity.sign(new JWTClaimsSet.Builder(claims.build())
                        .claim("scope", List.of("openid"))
                        .build())))
                .isEqualTo(403);
    }

    @Test
    void opensToAccessTokensOfTheApiOnly() {
        var claims = TestIdentity.claims(tenant, TenantFixture.adminOf(tenant).toString());
        assertThat(status(TestIdentity.sign(claims.build(), "JWT"))).isEqualTo(401);
        assertThat(status(TestIdentity.sign(
                        claims.audience("qudao-ui").claim("scope", null).build(), "JWT")))
                .as("an id token")
                .isEqualTo(401);
        assertThat(status(TestIdentity.sign(claims.audience("qudao-ui").build())))
                .as("an access token for something else")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer TOKEN|200",
                "bearer TOKEN|200",
                "BearerTOKEN|401",
                "Bearer|401",
                "Bearer  TOKEN|200",
                "Bearer TOKEN x|401",
                "Basic TOKEN|401",
                "TOKEN|401"
            })
    void readsTheTokenAfterItsSchemeOnly(String header, int status) {
        var token = TestIdentity.token(tenant, TenantFixture.adminOf(tenant).toString());
        var answer = ApiClient.anonymous(context, tenant)
                .with("Authorization", header.replace("TOKEN", token))
                .get(ME);
        assertThat(answer.status()).as(header).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jti", "session"})
    void refusesWhatWasRevokedWithinASecondWithoutRedis(String claim) {
        var claims = TestIdentity.claims(tenant, TenantFixture.adminOf(tenant).toString())
                .build();
        var other = TestIdentity.token(tenant, TenantFixture.adminOf(tenant).toString());
        var token = TestIdentity.sign(claims);
        assertThat(status(token)).isEqualTo(200);
        TestIdentity.revoke(tenant, String.valueOf(claims.getClaim(claim)));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(token) == 401);
        assertThat(status(other)).isEqualTo(200);
    }

    @Test
    void refusesTokensOfAnotherTenant() { // T1
        var other = TenantFixture.create(context);
        var foreign = TestIdentity.claims(other, TenantFixture.adminOf(tenant).toString());
        assertThat(status(TestIdentity.sign(foreign.build()))).isEqualTo(403);
        var mixed = new JWTClaimsSet.Builder(foreign.build());
        assertThat(status(TestIdentity.sign(mixed.claim("tenant", tenant.slug()).build())))
                .isEqualTo(403);
        assertThat(status(TestIdentity.sign(
                        mixed.claim("tid", tenant.id().value()).build())))
                .isEqualTo(403);
        assertThat(status(TestIdentity.sign(
                        mixed.issuer("http://" + tenant.slug() + ".localhost").build())))
                .isEqualTo(200);
    }

    @Test
    void findsNobodyAtUnknownHosts() {
        for (String host : List.of("nobody-here.localhost:8080", "localhost:8080", "127.0.0.1:8080")) {
            var answer = ApiClient.at(context, host)
                    .with("Authorization", "Bearer " + TestIdentity.token(tenant, "anyone"))
                    .get(ME);
            assertThat(answer.status()).as(host).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("permission.unknown_tenant");
        }
    }

    @Test
    void refusesPeopleWhoAreNotMembers() {
        var answer = ApiClient.of(context, tenant, Ids.next().toString()).get(ME);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("permission.not_a_member");
    }

    @Test
    void refusesPartnersThatAreNotTheMembers() {
        var admin = ApiClient.admin(context, tenant);
        assertThat(admin.with("X-Qudao-Partner", Ids.next().toString()).get(ME).code())
                .isEqualTo("permission.not_your_partner");
        assertThat(admin.with("X-Qudao-Partner", "12").get(ME).violations())
                .containsExactly("X-Qudao-Partner:wrong_type");
    }

    @Test
    void opensInternalDoorToTheSecretOnly() {
        var door = ApiClient.at(context, "127.0.0.1");
        assertThat(door.post("/internal/tenants", newTenant(900_001)).status()).isEqualTo(401);
        assertThat(door.with("Authorization", "Bearer wrong")
                        .post("/internal/tenants", newTenant(900_001))
                        .status())
                .isEqualTo(401);
        assertThat(door.get("/actuator/metrics").status()).isEqualTo(401);
        assertThat(door.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(door.get("/actuator/health").status()).isEqualTo(200);
        assertThat(internal().get("/actuator/metrics").status()).isEqualTo(200);
    }

    @Test
    void makesTenantOnce() {
        var created = internal().post("/internal/tenants", newTenant(900_002));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(internal().post("/internal/tenants", newTenant(900_002)).body())
                .isEqualTo(created.body());
        var fresh = context.getBean(io.qudao.tenancy.Tenants.class)
                .bySlug("made-900002")
                .orElseThrow();
        var program = ApiClient.of(context, fresh, "program-900002").get(ME);
        assertThat(program.json().path("member").path("kind").asString()).isEqualTo("client");
        assertThat(program.json().path("permissions").path(0).asString()).isEqualTo("*");
        var person = ApiClient.of(context, fresh, "0196b8f0-0000-7000-8000-000000900002")
                .get(ME);
        assertThat(person.json().path("member").path("name").asString()).isEqualTo("王芳");
    }

    @Test
    void takesUpAnotherProgramAndStopsARemovedOne() {
        internal().post("/internal/tenants", newTenant(900_006));
        var fresh = context.getBean(io.qudao.tenancy.Tenants.class)
                .bySlug("made-900006")
                .orElseThrow();
        var second = newTenant(900_006).replace("program-900006", "second-900006");
        assertThat(internal().post("/internal/tenants", second).status()).isEqualTo(201);
        assertThat(internal().post("/internal/tenants", second).status()).isEqualTo(201);
        var program = ApiClient.of(context, fresh, "second-900006");
        assertThat(program.get(ME).json().path("permissions").path(0).asString())
                .isEqualTo("*");
        internal().post("/internal/tenants", second.replace("\"name\":\"Importer\"", "\"name\":\"\",\"active\":false"));
        assertThat(program.get(ME).code()).isEqualTo("permission.not_a_member");
        assertThat(ApiClient.of(context, fresh, "program-900006").get(ME).status())
                .isEqualTo(200);
    }

    @Test
    void tellsWhoHoldsAllRights() {
        var created = ApiClient.admin(context, tenant)
                .post("/api/v1/members", "{\"name\":\"Li\",\"email\":\"li@%s.example\"}".formatted(tenant.slug()));
        var path = "/internal/tenants/" + tenant.id() + "/members/";
        assertThat(internal()
                        .get(path + TenantFixture.adminOf(tenant) + "/rights")
                        .body())
                .isEqualTo("{\"all\":true}");
        assertThat(internal()
                        .get(path + created.json().path("subject").asString() + "/rights")
                        .body())
                .isEqualTo("{\"all\":false}");
        assertThat(internal().get(path + Ids.next() + "/rights").status()).isEqualTo(403);
        assertThat(internal().get("/internal/tenants/999999/members/x/rights").status())
                .isEqualTo(404);
    }

    @Test
    void refusesTenantThatCannotBe() {
        internal().post("/internal/tenants", newTenant(900_003));
        var taken = newTenant(900_003).replace("\"tenantId\":900003", "\"tenantId\":900004");
        assertThat(internal().post("/internal/tenants", taken).status()).isEqualTo(409);
        var bad = newTenant(900_005)
                .replace("made-900005", "Not A Slug")
                .replace("\"USD\"", "\"DOLLARS\"")
                .replace("\"s0\"", "\"nowhere-at-all\"");
        assertThat(internal().post("/internal/tenants", bad).violations())
                .containsExactlyInAnyOrder("slug:not_valid", "currency:not_valid", "shard:not_valid");
    }

    private int status(String token) {
        return ApiClient.anonymous(context, tenant)
                .with("Authorization", "Bearer " + token)
                .get(ME)
                .status();
    }

    private ApiClient internal() {
        return ApiClient.at(context, "127.0.0.1").with("Authorization", "Bearer " + TestStack.INTERNAL_SECRET);
    }

    private static String newTenant(int id) {
        return """
                {"tenantId":%1$d,"slug":"made-%1$d","name":"Made","locale":"zh-CN","currency":"USD","shard":"s0",
                 "admin":{"personId":"0196b8f0-0000-7000-8000-000000%1$d","name":"王芳","email":"w@made.example"},
                 "client":{"clientId":"program-%1$d","name":"Importer"}}
                """.formatted(id);
    }
}

package io.qudao.partner.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class PartnerControllerIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        tenant = TenantFixture.create(context);
        api = ApiClient.admin(context, tenant);
    }

    @Test
    void createsReadsAndChangesPartner() {
        var created = api.post(
                "/api/v1/partners",
                "{\"code\":\"D1\",\"name\":\"华东经销商\",\"role\":\"distributor\",\"address\":{\"city\":\"杭州\"}}");
        assertThat(created.status()).isEqualTo(201);
        String path = created.header("Location");
        var read = api.get(path);
        assertThat(read.header("ETag")).isEqualTo("\"0\"");
        assertThat(read.json().path("address").path("city").asString()).isEqualTo("杭州");
        assertThat(read.json().path("role").asString()).isEqualTo("DISTRIBUTOR");
        String changed = "{\"code\":\"D1\",\"name\":\"East\",\"role\":\"distributor\",\"status\":\"inactive\"}";
        assertThat(api.put(path, changed).violations()).containsExactly("If-Match:required");
        assertThat(api.with("If-Match", "\"7\"").put(path, changed).status()).isEqualTo(412);
        var put = api.with("If-Match", "\"0\"").put(path, changed);
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json().path("status").asString()).isEqualTo("INACTIVE");
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void saysRoleAndStatusAsRecordsDo() {
        var created = api.post("/api/v1/partners", "{\"code\":\"D1\",\"name\":\"D\",\"role\":\"Distributor\"}");
        var partner = api.get(created.header("Location")).json();
        var record = api.get("/api/v1/records/partner/" + partner.path("id").asString())
                .json();
        assertThat(record.findPath("role")).isEqualTo(partner.path("role"));
        assertThat(record.findPath("status")).isEqualTo(partner.path("status"));
    }

    @Test
    void namesAllThatIsMissingOrUnknown() {
        var refused = api.post("/api/v1/partners", "{\"role\":\"king\",\"status\":\"asleep\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("partner.invalid");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder("role:not_one_of", "status:not_one_of", "code:required", "name:required");
        assertThat(api.post("/api/v1/partners", "{\"kode\":1}").violations()).containsExactly("kode:unknown_field");
    }

    @Test
    void listsByFilterAndPage() {
        for (String code : new String[] {"A", "B", "C"}) {
            assertThat(api.post(
                                    "/api/v1/partners",
                                    "{\"code\":\"%s\",\"name\":\"Shop %s\",\"role\":\"outlet\"}".formatted(code, code))
                            .status())
                    .isEqualTo(201);
        }
        var first = api.get("/api/v1/partners?role=outlet&limit=2");
        assertThat(first.json().path("items").size()).isEqualTo(2);
        var next = api.get("/api/v1/partners?role=outlet&limit=2&cursor="
                + first.json().path("next").asString());
        assertThat(next.json().path("items").path(0).path("code").asString()).isEqualTo("C");
        assertThat(next.json().path("next").isNull()).isTrue();
        assertThat(api.get("/api/v1/partners?text=shop%20b")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/partners?role=king").violations()).containsExactly("role:not_one_of");
        assertThat(api.get("/api/v1/partners?limit=0").violations()).containsExactly("limit:out_of_range");
        assertThat(api.get("/api/v1/partners?cursor=!").violations()).containsExactly("cursor:malformed");
    }

    @Test
    void opensAndChangesAccounts() {
        var vendor = api.post("/api/v1/partners", "{\"code\":\"V\",\"name\":\"V\",\"role\":\"vendor\"}")
                .json();
        var root = api.get("/api/v1/partners?role=head_office")
                .json()
                .path("items")
                .path(0);
        var refused = api.post("/api/v1/accounts", "{\"currency\":\"XXY\",\"status\":\"?\"}");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "seller:required", "buyer:required", "currency:unknown", "status:not_one_of");
        var opened = api.post(
                "/api/v1/accounts",
                "{\"seller\":\"%s\",\"buyer\":\"%s\",\"regions\":[\"310000\"]}"
                        .formatted(vendor.path("id").asString(), root.path("id").asString()));
        assertThat(opened.status()).isEqualTo(201);
        var changed = api.with("If-Match", opened.header("ETag"))
                .put(opened.header("Location"), "{\"priceGroup\":\"A\",\"status\":\"suspended\"}");
        assertThat(changed.json().path("priceGroup").asString()).isEqualTo("A");
        assertThat(api.get("/api/v1/accounts?buyer=" + root.path("id").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void letsNobodyWithoutAPartnerMakeOne() {
        var email = tenant.slug() + ".apart@one.example";
        var invited = api.post(
                "/api/v1/members",
                "{\"name\":\"A\",\"email\":\"%s\",\"permissionSets\":[\"brand_admin\"]}".formatted(email));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        var apart = ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
        var refused = apart.post("/api/v1/partners", "{\"code\":\"X\",\"name\":\"X\",\"role\":\"outlet\"}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    }

    @Test
    void showsNothingOfAnotherTenant() { // T2
        var created = api.post("/api/v1/partners", "{\"code\":\"D1\",\"name\":\"East\",\"role\":\"distributor\"}");
        String id = created.json().path("id").asString();
        var account = api.get("/api/v1/accounts")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var stranger = ApiClient.admin(context, TenantFixture.create(context));
        assertThat(stranger.get("/api/v1/partners/" + id).status()).isEqualTo(404);
        assertThat(stranger.with("If-Match", "\"0\"")
                        .put("/api/v1/partners/" + id, "{\"code\":\"X\",\"name\":\"X\",\"role\":\"distributor\"}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/partners?parent=" + id)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(stranger.get("/api/v1/accounts/" + account).status()).isEqualTo(404);
        assertThat(stranger.with("If-Match", "\"0\"")
                        .put("/api/v1/accounts/" + account, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post(
                                "/api/v1/partners",
                                "{\"code\":\"X\",\"name\":\"X\",\"role\":\"outlet\",\"parent\":\"" + id + "\"}")
                        .violations())
                .containsExactly("parent:unknown");
    }
}

package io.qudao.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Partners, goods and price lists as records with the tenant's own fields. */
@HttpTest
class PartnerRecordsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void publishFields() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "field/partner.grade",
                "{\"label\":{\"en\":\"Grade\",\"zh-CN\":\"等级\"},\"type\":\"text\",\"filterable\":true}",
                "field/product.shelf_life",
                "{\"label\":{\"en\":\"Shelf life\",\"zh-CN\":\"保质期\"},\"type\":\"integer\",\"filterable\":true}",
                "field/price_list.approved_on",
                "{\"label\":{\"en\":\"Approved on\",\"zh-CN\":\"批准日期\"},\"type\":\"date\"}");
    }

    @Test
    void createsAndChangesPartnerWithOwnFields() {
        var created = admin.post(
                "/api/v1/records/partner",
                "{\"code\":\"D1\",\"name\":\"East\",\"role\":\"DISTRIBUTOR\",\"grade\":\"gold\",\"city\":\"杭州\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String path = created.header("Location");
        String partner = "/api/v1/partners/" + created.json().path("id").asString();
        assertThat(admin.get(partner).json().path("address").path("city").asString())
                .isEqualTo("杭州");
        var patched = admin.with("If-Match", created.header("ETag"))
                .patch(path, "{\"name\":\"East China\",\"grade\":\"silver\"}");
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.json().path("grade").asString()).isEqualTo("silver");
        assertThat(patched.json().path("city").asString()).isEqualTo("杭州");
        assertThat(admin.get(partner).json().path("name").asString()).isEqualTo("East China");
        assertThat(admin.with("If-Match", patched.header("ETag")).delete(path).code())
                .isEqualTo("record.kept_by_module");
    }

    @Test
    void keepsTheRulesOfTheModule() {
        var refused = admin.post(
                "/api/v1/records/partner", "{\"code\":\"with blank\",\"name\":\"East\",\"role\":\"DISTRIBUTOR\"}");
        assertThat(refused.violations()).containsExactly("code:malformed");
        var root = admin.get("/api/v1/records/partner?filter=" + encoded("role == 'HEAD_OFFICE'"))
                .json()
                .path("items")
                .path(0);
        var moved = admin.with("If-Match", "\"" + root.path("version").asInt() + "\"")
                .patch("/api/v1/records/partner/" + root.path("id").asString(), "{\"role\":\"DEALER\"}");
        assertThat(moved.violations()).contains("role:fixed");
    }

    @Test
    void takesTheTierOfItsNewPlace() {
        var above =
                admin.post("/api/v1/records/partner", "{\"code\":\"D1\",\"name\":\"East\",\"role\":\"DISTRIBUTOR\"}");
        String parent = above.json().path("id").asString();
        var created = admin.post(
                "/api/v1/records/partner",
                "{\"code\":\"S\",\"name\":\"Shop\",\"role\":\"OUTLET\",\"parent\":\"%s\"}".formatted(parent));
        assertThat(created.json().path("tier").asInt()).isEqualTo(2);
        String root = above.json().path("parent").asString();
        var moved = admin.with("If-Match", created.header("ETag"))
                .patch(created.header("Location"), "{\"parent\":\"%s\"}".formatted(root));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(moved.json().path("tier").asInt()).isEqualTo(1);
    }

    @Test
    void filtersByOwnField() {
        for (String grade : new String[] {"gold", "silver"}) {
            admin.post(
                    "/api/v1/records/partner",
                    "{\"code\":\"%s\",\"name\":\"N\",\"role\":\"DEALER\",\"grade\":\"%s\"}".formatted(grade, grade));
        }
        var found = admin.get("/api/v1/records/partner?filter=" + encoded("grade == 'gold'"))
                .json()
                .path("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.path(0).path("code").asString()).isEqualTo("gold");
    }

    @Test
    void givesGoodsAndPriceListsOwnFields() {
        String category = admin.post("/api/v1/categories", "{\"code\":\"c\",\"name\":\"c\"}")
                .json()
                .path("id")
                .asString();
        var product = admin.post("/api/v1/products", """
                {"code":"W","name":"W","category":"%s","skus":[{"code":"W","name":"W","baseUnit":"bottle"}]}
                """.formatted(category));
        String record = "/api/v1/records/product/" + product.json().path("id").asString();
        var kept = admin.with("If-Match", admin.get(record).header("ETag")).patch(record, "{\"shelf_life\":365}");
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(admin.get(record).json().path("shelf_life").asInt()).isEqualTo(365);
        var list = admin.post(
                "/api/v1/price-lists", "{\"code\":\"BASE\",\"name\":\"B\",\"scope\":\"base\",\"priority\":1}");
        String entry = "/api/v1/records/price_list/" + list.json().path("id").asString();
        var dated = admin.with("If-Match", admin.get(entry).header("ETag"))
                .patch(entry, "{\"approved_on\":\"2026-11-21\"}");
        assertThat(dated.status()).as(dated.body()).isEqualTo(200);
        assertThat(admin.get(entry).json().path("approved_on").asString()).isEqualTo("2026-11-21");
    }

    @Test
    void showsNothingOfAnotherTenant() { // T2
        var created =
                admin.post("/api/v1/records/partner", "{\"code\":\"D1\",\"name\":\"East\",\"role\":\"DISTRIBUTOR\"}");
        var stranger = ApiClient.admin(context, TenantFixture.create(context));
        assertThat(stranger.get(created.header("Location")).status()).isEqualTo(404);
        assertThat(stranger.with("If-Match", "\"0\"")
                        .patch(created.header("Location"), "{\"name\":\"Stolen\"}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/records/partner").json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void importsFileOverRest() {
        var products = admin.with("Content-Type", "text/csv")
                .send(
                        "POST",
                        "/api/v1/imports?target=products&mode=good_rows&wait=true",
                        "code,name,category,barcode,base_unit,case_size\nW,水,WATER,1,bottle,24\nX,,WATER,1,bottle,x\n");
        assertThat(products.status()).as(products.body()).isLessThan(300);
        assertThat(products.json().path("stored").asInt()).as(products.body()).isEqualTo(1);
        var errors = admin.get("/api/v1/imports/" + products.json().path("id").asString() + "/errors");
        assertThat(errors.body()).contains("case_size");
        var prices = admin.with("Content-Type", "text/csv")
                .send(
                        "POST",
                        "/api/v1/imports?target=price-lists&mode=all_or_nothing&wait=true",
                        "list_code,sku_code,unit,price\nBASE,W,case,40.00\nBASE,NONE,case,40.00\n");
        assertThat(prices.code()).as(prices.body()).isEqualTo("imports.rejected"); // P9
        assertThat(admin.get("/api/v1/price-lists").json().path("items").size()).isZero();
    }

    @Test
    void namesAllThatIsWrongWithAFileAtOnce() { // P9
        var partners =
                admin.with("Content-Type", "text/csv").send("POST", "/api/v1/imports?target=partners&wait=true", """
                        code,name,role,parent_code
                        N1,New,king,
                        N2,New,outlet,N1
                        N3,New,outlet,NONE
                        N4,New,outlet,
                        N4,New,outlet,
                        N5,,outlet,
                        """);
        assertThat(partners.violations())
                .as(partners.body())
                .containsExactly("role:not_one_of", "parent_code:unknown", "code:repeated_row", "name:required");
        assertThat(partners.body()).contains("NONE");
        assertThat(admin.get("/api/v1/records/partner").json().path("items").size())
                .isEqualTo(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void findsExamplesOnlyAmongPartnersInReach() {
        String first = partner("D1");
        partner("D2");
        Publishing.publish(
                admin,
                "permission_set/designer",
                "{\"label\":{\"en\":\"D\"},\"permissions\":[\"metadata.read\",\"partner.read\"],\"objects\":{\"partner\":"
                        + "{\"read\":true,\"rows\":\"all\"}}}");
        String email = first + "@one.example";
        admin.post(
                "/api/v1/members",
                "{\"name\":\"D\",\"email\":\"%s\",\"partners\":[\"%s\"],\"permissionSets\":[\"designer\"]}"
                        .formatted(email, first));
        var designer =
                ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
        admin.put(
                "/api/v1/metadata/components/field/partner.grade",
                "{\"label\":{\"en\":\"Grade\"},\"type\":\"text\",\"filterable\":true,\"unique\":true}");
        String plan = "/api/v1/metadata/plan?changeSet="
                + admin.get("/api/v1/metadata/draft").at("/id");
        assertThat(admin.get(plan).json().at("/demands/0/examples")).hasSize(1);
        var shown = designer.get(plan).json().at("/demands/0");
        assertThat(shown.path("against").asInt()).as(shown.toString()).isEqualTo(2);
        assertThat(shown.path("examples")).isEmpty();
    }

    private String partner(String code) {
        var made = admin.post(
                "/api/v1/records/partner",
                "{\"code\":\"%s\",\"name\":\"%s\",\"role\":\"DISTRIBUTOR\",\"grade\":\"gold\"}".formatted(code, code));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.at("/id");
    }
}

package io.qudao.pricing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class PriceControllersIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private ApiClient api;
    private String sku;
    private String list;

    @BeforeEach
    void makeList() {
        api = ApiClient.admin(context, TenantFixture.create(context));
        String category = api.post("/api/v1/categories", "{\"code\":\"c\",\"name\":\"c\"}")
                .json()
                .path("id")
                .asString();
        sku = api.post("/api/v1/products", """
                        {"code":"W","name":"W","category":"%s","skus":[{"code":"W","name":"W","baseUnit":"bottle"}]}
                        """.formatted(category))
                .json()
                .path("skus")
                .path(0)
                .path("id")
                .asString();
        list = api.post(
                        "/api/v1/price-lists",
                        "{\"code\":\"BASE\",\"name\":\"Base\",\"scope\":\"base\",\"priority\":10}")
                .header("Location");
    }

    @Test
    void keepsExactPrices() {
        var put = api.post(list + "/entries", entry("\"2.0450\"", "null"));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo("\"1\"");
        var entry = api.get(list + "/entries").json().path("items").path(0);
        assertThat(entry.path("price").path("amount").asString()).isEqualTo("2.0450");
        assertThat(entry.path("from").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(api.delete(list + "/entries/" + entry.path("id").asString()).status())
                .isEqualTo(204);
        assertThat(api.get(list + "/entries").json().path("items").size()).isZero();
    }

    @Test
    void namesAllThatIsWrongWithEntries() { // P9
        var refused = api.post(list + "/entries", entry("\"abc\"", "0"));
        assertThat(refused.code()).isEqualTo("pricing.entries_invalid");
        assertThat(refused.violations()).containsExactly("entries[0].price.amount:malformed");
        var late = api.post(list + "/entries", entry("\"-1\"", "0"));
        assertThat(late.violations())
                .containsExactlyInAnyOrder("entries[0].price:out_of_range", "entries[0].minimum:too_small");
        assertThat(api.post(list + "/entries", "{}").violations()).containsExactly("entries:required");
        assertThat(api.post("/api/v1/price-lists", "{\"scope\":\"everyone\"}").violations())
                .containsExactlyInAnyOrder("code:required", "name:required", "scope:not_one_of", "priority:required");
    }

    @Test
    void changesListAtItsVersion() {
        String changed = "{\"code\":\"BASE\",\"name\":\"Off\",\"scope\":\"base\",\"priority\":1,\"active\":false}";
        assertThat(api.with("If-Match", "\"0\"")
                        .put(list, changed)
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(api.with("If-Match", "\"0\"").put(list, changed).status()).isEqualTo(412);
    }

    @Test
    void keepsModeOfTheTenant() { // P3
        assertThat(api.get("/api/v1/price-mode").json().path("mode").asString()).isEqualTo("first_match");
        assertThat(api.put("/api/v1/price-mode", "{\"mode\":\"lowest\"}").status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/price-mode").json().path("mode").asString()).isEqualTo("lowest");
        assertThat(api.put("/api/v1/price-mode", "{\"mode\":\"dearest\"}").violations())
                .containsExactly("mode:not_one_of");
    }

    @Test
    void showsNothingOfAnotherTenant() { // T2
        api.post(list + "/entries", entry("\"2.00\"", "null"));
        var stranger = ApiClient.admin(context, TenantFixture.create(context));
        assertThat(stranger.get(list).status()).isEqualTo(404);
        assertThat(stranger.get(list + "/entries").status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/price-lists").json().path("items").size())
                .isZero();
        assertThat(stranger.post(list + "/entries", entry("\"1.00\"", "null")).status())
                .isEqualTo(404);
        assertThat(stranger.with("If-Match", "\"1\"")
                        .put(list, "{\"code\":\"X\",\"name\":\"X\",\"scope\":\"base\",\"priority\":1}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.delete(list + "/entries/" + sku).status()).isEqualTo(404);
    }

    private String entry(String amount, String minimum) {
        return """
                {"entries":[{"sku":"%s","unit":"bottle","minimum":%s,"price":{"amount":%s,"currency":"CNY"}}]}
                """.formatted(sku, minimum, amount);
    }
}

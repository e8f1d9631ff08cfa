package io.qudao.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.internal.Pictures;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@HttpTest
class CatalogControllersIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private ApiClient api;
    private String category;

    @BeforeEach
    void makeCategory() {
        api = ApiClient.admin(context, TenantFixture.create(context));
        category = api.post("/api/v1/categories", "{\"code\":\"drinks\",\"name\":\"饮料\"}")
                .json()
                .path("id")
                .asString();
    }

    @Test
    void createsReadsAndChangesProduct() {
        var created = api.post("/api/v1/products", product("W550", "24"));
        assertThat(created.status()).isEqualTo(201);
        var read = api.get(created.header("Location"));
        var units = read.json().path("skus").path(0).path("units");
        assertThat(units.path(1).path("numerator").asInt()).isEqualTo(24);
        var changed = api.with("If-Match", read.header("ETag")).put(created.header("Location"), product("W550", "12"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(api.with("If-Match", read.header("ETag"))
                        .put(created.header("Location"), product("W550", "12"))
                        .status())
                .isEqualTo(412);
        var sku = api.get("/api/v1/skus?text=w550").json().path("items").path(0);
        assertThat(sku.path("status").asString()).isEqualTo("ON_SHELF");
        assertThat(api.get("/api/v1/skus/" + sku.path("id").asString()).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void namesAllThatIsWrong() {
        var refused = api.post(
                "/api/v1/products",
                "{\"name\":\"x\",\"skus\":[{\"code\":\"a\",\"units\":[{\"code\":\"case\",\"numerator\":0}]}]}");
        assertThat(refused.code()).isEqualTo("catalog.product_invalid");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "code:required",
                        "category:required",
                        "skus[0].name:required",
                        "skus[0].baseUnit:required",
                        "skus[0].units[0].numerator:not_positive");
        assertThat(api.post("/api/v1/products", product("W550", "1.5")).violations())
                .containsExactly("skus[0].units[0].numerator:wrong_value");
        assertThat(api.post("/api/v1/categories", "{}").violations())
                .containsExactlyInAnyOrder("code:required", "name:required");
    }

    @Test
    void servesPictureAsImageOnly() throws Exception {
        String path = api.post("/api/v1/products", product("W550", "24")).header("Location") + "/picture";
        assertThat(api.get(path).status()).isEqualTo(404);
        byte[] png = Pictures.png(4, 4);
        assertThat(image(path, png, "text/html").status()).isEqualTo(204);
        var shown = api.get(path);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Content-Security-Policy")).contains("sandbox");
        assertThat(shown.header("Cache-Control")).contains("no-cache");
        assertThat(api.with("If-None-Match", shown.header("ETag")).get(path).status())
                .isEqualTo(304);
        JsonNode products = api.get("/api/v1/products").json();
        String address = products.path("items").path(0).path("picture").asString();
        assertThat(api.get(address).header("Cache-Control"))
                .contains("immutable")
                .contains("private");
    }

    @Test
    void refusesWhatIsNoPicture() {
        String path = api.post("/api/v1/products", product("W550", "24")).header("Location") + "/picture";
        byte[] svg =
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".getBytes(StandardCharsets.UTF_8);
        assertThat(image(path, svg, "image/png").code()).isEqualTo("catalog.picture_unknown");
        assertThat(image(path, new byte[0], "image/png").code()).isEqualTo("catalog.picture_unknown");
        assertThat(image(path, new byte[(1 << 20) + 1], "image/png").status()).isEqualTo(413);
    }

    @Test
    void showsNothingOfAnotherTenant() throws Exception { // T2
        var created = api.post("/api/v1/products", product("W550", "24"));
        String path = created.header("Location");
        image(path + "/picture", Pictures.png(4, 4), "image/png");
        String sku = created.json().path("skus").path(0).path("id").asString();
        var stranger = ApiClient.admin(context, TenantFixture.create(context));
        for (String foreign :
                new String[] {path, path + "/picture", "/api/v1/skus/" + sku, "/api/v1/categories/" + category}) {
            assertThat(stranger.get(foreign).status()).as(foreign).isEqualTo(404);
        }
        assertThat(stranger.get("/api/v1/products").json().path("items").size()).isZero();
        assertThat(stranger.get("/api/v1/skus?category=" + category)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(stranger.get("/api/v1/categories").json().size()).isZero();
        assertThat(stranger.with("If-Match", "\"0\"")
                        .put(path, product("W550", "24"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.with("If-Match", "\"0\"")
                        .put("/api/v1/categories/" + category, "{\"code\":\"x\",\"name\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.with("Content-Type", "image/png")
                        .send("PUT", path + "/picture", Pictures.png(4, 4))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/api/v1/products", product("W550", "24")).violations())
                .containsExactly("category:unknown");
    }

    private ApiClient.Answer image(String path, byte[] bytes, String type) {
        return api.with("Content-Type", type).send("PUT", path, bytes);
    }

    private String product(String code, String caseSize) {
        return """
                {"code":"%s","name":"纯净水 550ml","brand":"泉","category":"%s","skus":[{"code":"%s","name":"纯净水",
                 "baseUnit":"bottle","units":[{"code":"case","numerator":%s}]}]}
                """.formatted(code, category, code, caseSize);
    }
}

package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.OpenApiDocument;
import io.qudao.testing.StandardBusiness;
import io.qudao.testing.TradeFixture;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The API says of the business what it does. */
@HttpTest
class AppsDescriptionIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private ApiClient admin;
    private ApiClient buyer;
    private OpenApiDocument document;

    @BeforeEach
    void trade() {
        var trade = TradeFixture.in(context);
        trade.throughTheHouse(trade.outlet, false);
        admin = ApiClient.admin(context, trade.tenant);
        buyer = admin.with("X-Qudao-Partner", trade.outlet.id().toString());
        document = new OpenApiDocument(admin.get("/api/v1/openapi.json"));
    }

    @Test
    void keepsToTheSpecification() {
        assertThat(document.errors()).isEmpty();
    }

    @Test
    void describesEveryEndpoint() {
        var paths = document.json().path("paths");
        assertThat(StandardBusiness.endpoints(context).keySet())
                .hasSizeGreaterThan(40)
                .allSatisfy(endpoint -> {
                    var words = endpoint.split(" ", -1);
                    assertThat(paths.path(words[1]).has(words[0].toLowerCase(Locale.ROOT)))
                            .as(endpoint)
                            .isTrue();
                });
        assertThat(document.json().at("/components/schemas/ordering.OrderRequest/properties/lines/items/$ref"))
                .hasToString("\"#/components/schemas/ordering.OrderRequest.Line\"");
    }

    @Test
    void leavesTheTenantsOwnFieldsOpen() {
        for (String type : new String[] {"OrderRequest", "OrderBody"}) {
            assertThat(document.json()
                            .at("/components/schemas/ordering." + type + "/properties/custom")
                            .toString())
                    .contains("\"object\"")
                    .doesNotContain("$ref");
        }
    }

    @Test
    void describesAnswersAsTheyAre() {
        assertThat(document.readable())
                .contains(
                        "/api/v1/orders", "/api/v1/shipments", "/api/v1/stock", "/api/v1/partners", "/api/v1/products")
                .allSatisfy(path -> {
                    var answer = path.endsWith("/catalogue") ? buyer.get(path) : admin.get(path);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                    assertThat(document.errors(path, answer)).as(answer.body()).isEmpty();
                });
        assertDescribed("/api/v1/orders", buyer);
        assertDescribed("/api/v1/shipments", buyer);
        assertDescribed("/api/v1/accounts", admin);
        assertDescribed("/api/v1/products", admin);
    }

    /** One of a list is as described. */
    private void assertDescribed(String path, ApiClient api) {
        var items = api.get(path + (api == buyer ? "?side=buy" : "")).json().path("items");
        var one = api.get(path + "/" + items.path(0).path("id").asString());
        assertThat(one.status()).as(path).isEqualTo(200);
        assertThat(document.errors(path + "/{id}", one)).as(one.body()).isEmpty();
    }
}

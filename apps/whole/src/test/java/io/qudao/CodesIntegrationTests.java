package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Codes that were typed in letters of full width are the usual ones. */
@HttpTest
class CodesIntegrationTests {
    /** COLA in full width. */
    private static final String WIDE = "\uff23\uff2f\uff2c\uff21";

    @Autowired
    private ApplicationContext context;

    private Shop shop;
    private ApiClient admin;

    @BeforeEach
    void open() {
        shop = new Shop(context, "COLA", "12.34");
        admin = shop.admin;
    }

    @Test
    void ordersByThem() {
        var order = order(
                "\"sellerCode\":\"HQ\",\"buyerCode\":\"" + WIDE + "\",\"externalNumber\":\"\uff30\uff2f\uff0d\uff11\"");
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.at("/order/externalNumber")).isEqualTo("PO-1");
        assertThat(order.at("/lines/0/skuCode")).isEqualTo("COLA");
        assertThat(order("\"seller\":\"%s\",\"buyer\":\"%s\",\"externalNumber\":\"PO-1\""
                                .formatted(shop.head, shop.distributor))
                        .code())
                .isEqualTo("ordering.external_number_taken");
        assertThat(found("orders?side=sell&number=", "\uff50\uff4f\uff0d\uff11"))
                .isEqualTo(1);
    }

    @Test
    void findsByThem() {
        assertThat(found("products?text=", WIDE)).isEqualTo(1);
        assertThat(found("skus?text=", WIDE)).isEqualTo(1);
        assertThat(found("partners?text=", WIDE)).isEqualTo(1);
    }

    @Test
    void takesThemForTaken() {
        assertThat(admin.post("/api/v1/products", goods(WIDE)).status()).isBetween(400, 409);
        assertThat(admin.post("/api/v1/partners", "{\"code\":\"" + WIDE + "\",\"name\":\"n\",\"role\":\"dealer\"}")
                        .status())
                .isBetween(400, 409);
    }

    @Test
    void importsByThem() {
        var done = imported("products", "code,name\n" + WIDE + ",New name\n");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(admin.get("/api/v1/products/" + shop.product).at("/name")).isEqualTo("New name");
        var stock = imported("stock", "sku_code,quantity\n" + WIDE + ",5\n");
        assertThat(stock.status()).as(stock.body()).isEqualTo(200);
        var partner = imported("partners", "code,name\n" + WIDE + ",Cafe\u0301\n");
        assertThat(partner.status()).as(partner.body()).isEqualTo(200);
        assertThat(admin.get("/api/v1/partners/" + shop.distributor).at("/name"))
                .isEqualTo("Caf\u00e9");
    }

    @Test
    void takesCodesWithWhatNobodySeesForTheSame() {
        for (String like : new String[] {"COLA\u00a0", "\u200bCOLA", "COLA\ufeff", "\u2007COLA"}) {
            assertThat(admin.post("/api/v1/products", goods(like)).status())
                    .as(like)
                    .isBetween(400, 409);
        }
        var hidden = admin.post("/api/v1/partners", "{\"code\":\"N\u00adB\",\"name\":\"n\",\"role\":\"dealer\"}");
        assertThat(hidden.violations()).contains("code:malformed");
        var imported = imported("products", "code,name,category\nNEW,n,COLA\u00a0\n");
        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(admin.get("/api/v1/categories")
                        .json()
                        .valueStream()
                        .map(category -> category.path("code").asString()))
                .doesNotHaveDuplicates()
                .noneMatch(code -> code.contains("\u00a0"));
    }

    @Test
    void pricesByGroupsThatReadTheSame() {
        String path = "/api/v1/accounts/" + shop.account;
        for (String group : new String[] {"GOLD\u00a0", "\u200bGOLD", "\uff27\uff2f\uff2c\uff24", "GOLD"}) {
            var now = admin.get(path);
            var changed = admin.with("If-Match", now.header("ETag"))
                    .put(path, "{\"priceGroup\":\"%s\",\"regions\":[\"%s\"]}".formatted(group, group));
            assertThat(changed.at("/priceGroup")).as(changed.body()).isEqualTo("GOLD");
            assertThat(changed.at("/regions/0")).isEqualTo("GOLD");
        }
        var list = admin.post(
                "/api/v1/price-lists",
                "{\"code\":\"G\",\"name\":\"G\",\"scope\":\"group\",\"scopeKey\":\"\uff27OLD\u00a0\",\"priority\":1}");
        assertThat(list.at("/scopeKey")).as(list.body()).isEqualTo("GOLD");
    }

    private String goods(String code) {
        return """
                {"code":"%1$s","name":"n","category":"%2$s","skus":[{"code":"%1$s","name":"n","baseUnit":"each"}]}
                """.formatted(code, shop.category);
    }

    private Answer imported(String target, String file) {
        return admin.with("Content-Type", "text/csv; charset=utf-8")
                .post("/api/v1/imports?wait=true&encoding=UTF-8&target=" + target, file);
    }

    private Answer order(String head) {
        return admin.with("Idempotency-Key", Ids.next().toString())
                .post(
                        "/api/v1/orders",
                        "{" + head + ",\"lines\":[{\"skuCode\":\"" + WIDE + "\",\"unit\":\"each\",\"quantity\":1}]}");
    }

    private int found(String list, String typed) {
        var answer = admin.get("/api/v1/" + list + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").size();
    }
}

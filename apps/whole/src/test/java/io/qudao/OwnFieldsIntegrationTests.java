package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The tenant's own fields at the endpoints of modules: what is given comes back, and what a draft lacks can be filled in. */
@HttpTest
class OwnFieldsIntegrationTests {
    private static final String NOTE = "{\"label\":{\"en\":\"Note\"},\"type\":\"text\"}";
    private static final String ORDERS = "/api/v1/orders";
    private static final String DRAFT =
            "{\"buyerCode\":\"O1\",\"sellerCode\":\"D1\",\"lines\":[{\"skuCode\":\"COLA\",\"unit\":\"each\",\"quantity\":2}]%s}";

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private ApiClient admin;

    @BeforeEach
    void publishNotes() {
        trade = TradeFixture.in(context);
        admin = trade.admin();
        var fields = new ArrayList<String>();
        for (String object :
                List.of("partner", "account", "category", "product", "sku", "price_list", "warehouse", "shipment")) {
            fields.addAll(List.of("field/" + object + ".note", NOTE));
        }
        Publishing.publish(admin, fields.toArray(String[]::new));
    }

    @Test
    void bringsBackWhatIsGiven() {
        changes("/api/v1/partners", "", "'code':'N','name':'N','role':'outlet','custom':{'note':'%s'}");
        String parties = "'seller':'%s','buyer':'%s',"
                .formatted(trade.head.id().value(), trade.outlet.id().value());
        changes("/api/v1/accounts", parties, "'custom':{'note':'%s'}");
        changes("/api/v1/categories", "", "'code':'N','name':'N','custom':{'note':'%s'}");
        changes("/api/v1/price-lists", "", "'code':'N','name':'N','scope':'base','priority':9,'custom':{'note':'%s'}");
        var warehouse = good(admin.post("/api/v1/warehouses", json("{'code':'N','name':'N','custom':{'note':'a'}}")));
        assertThat(warehouse.at("/custom/note")).isEqualTo("a");
    }

    @Test
    void bringsBackWhatIsGivenOfGoods() {
        String product =
                "{'code':'N','name':'N','category':'%s','custom':{'note':'%%s'},'skus':[{'code':'N','name':'N','baseUnit':'each','custom':{'note':'s%%s'}}]}"
                        .formatted(trade.cola.category().value());
        var created = good(admin.post("/api/v1/products", json(product.formatted("a", "a"))));
        assertThat(created.at("/custom/note")).isEqualTo("a");
        assertThat(created.at("/skus/0/custom/note")).isEqualTo("sa");
        String path = created.header("Location");
        good(admin.with("If-Match", created.header("ETag")).put(path, json(product.formatted("b", "b"))));
        assertThat(admin.get(path).at("/custom/note")).isEqualTo("b");
        assertThat(admin.get("/api/v1/skus/" + created.at("/skus/0/id")).at("/custom/note"))
                .isEqualTo("sb");
        assertThat(admin.get("/api/v1/products").body()).contains("\"note\":\"b\"", "\"note\":\"sb\"");
        var dealer = trade.client(trade.outlet, "dealer");
        var seen = good(dealer.get("/api/v1/skus/" + created.at("/skus/0/id")));
        assertThat(seen.body()).doesNotContain("note");
    }

    @Test
    void bringsBackWhatAShipmentIsGiven() {
        trade.submit(2, "each");
        String order = ORDERS + "/" + admin.get("/api/v1/records/order?limit=1").at("/items/0/id");
        var seller = admin.with("X-Qudao-Partner", trade.distributor.id().toString());
        good(seller.post(order + "/approve", "{}"));
        var shipped = good(seller.post(order + "/shipments", json("{'custom':{'note':'fragile'}}")));
        assertThat(shipped.at("/custom/note")).isEqualTo("fragile");
        assertThat(seller.get("/api/v1/shipments/" + shipped.at("/id")).at("/custom/note"))
                .isEqualTo("fragile");
        assertThat(seller.get(order + "/shipments").at("/0/custom/note")).isEqualTo("fragile");
    }

    @Test
    void namesWhatADraftLacksAndTakesIt() {
        var buyer = trade.client(trade.outlet, "dealer")
                .with("Idempotency-Key", Ids.next().toString());
        String draft = good(buyer.post(ORDERS, DRAFT.formatted(""))).header("Location");
        Publishing.publish(
                admin,
                "field/order.project",
                "{\"label\":{\"en\":\"Project\"},\"type\":\"text\",\"required\":true}",
                "field/order.grade",
                "{\"label\":{\"en\":\"Grade\"},\"type\":\"text\",\"required\":true,\"default\":\"'A'\"}");
        var refused = buyer.post(draft + "/submit", "{}");
        assertThat(refused.violations()).containsExactly("custom.project:required");
        assertThat(buyer.get(draft).at("/order/status")).isEqualTo("DRAFT");
        assertThat(buyer.post(draft + "/submit", json("{'custom':{'project':7}}"))
                        .violations())
                .containsExactly("custom.project:wrong_type");
        var submitted = good(buyer.post(draft + "/submit", json("{'custom':{'project':'P1'}}")));
        assertThat(submitted.at("/custom/project")).isEqualTo("P1");
        assertThat(buyer.get(draft).at("/custom/project")).isEqualTo("P1");
        assertThat(admin.get(draft.replace("orders", "records/order")).at("/grade"))
                .isEqualTo("A");
        assertThat(buyer.get(draft).at("/order/status")).isEqualTo("SUBMITTED");
    }

    @Test
    void savesNoDraftWithoutWhatAnOrderNeeds() {
        Publishing.publish(
                admin, "field/order.project", "{\"label\":{\"en\":\"Project\"},\"type\":\"text\",\"required\":true}");
        var buyer = trade.client(trade.outlet, "dealer").with("Idempotency-Key", "k");
        assertThat(buyer.post(ORDERS, DRAFT.formatted("")).violations()).containsExactly("custom.project:required");
        good(buyer.post(ORDERS, DRAFT.formatted(",\"custom\":{\"project\":\"P1\"}")));
    }

    /** Adds one with a note and changes the note, at the endpoint of its module. */
    private void changes(String path, String ofNewOnly, String body) {
        var created = good(admin.post(path, json("{" + ofNewOnly + body.formatted("a") + "}")));
        assertThat(created.at("/custom/note")).as(path).isEqualTo("a");
        String one = created.header("Location");
        var changed =
                good(admin.with("If-Match", created.header("ETag")).put(one, json("{" + body.formatted("b") + "}")));
        assertThat(changed.at("/custom/note")).as(path).isEqualTo("b");
        assertThat(admin.get(one).at("/custom/note")).as(path).isEqualTo("b");
        assertThat(admin.get(path).body()).as(path).contains("\"note\":\"b\"");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}

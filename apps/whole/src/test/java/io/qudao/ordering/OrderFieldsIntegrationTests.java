package io.qudao.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The tenant's own fields of an order, through the orders API and as records. */
@HttpTest
class OrderFieldsIntegrationTests {
    private static final String ORDERS = "/api/v1/orders";
    private static final String RECORDS = "/api/v1/records/order";

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private ApiClient buyer;

    @BeforeEach
    void publishFields() {
        trade = TradeFixture.in(context);
        Publishing.publish(
                trade.admin(),
                "field/order.po",
                "{\"label\":{\"en\":\"PO\"},\"type\":\"text\",\"unique\":true,\"filterable\":true}",
                "field/order.boxes",
                "{\"label\":{\"en\":\"Boxes\"},\"type\":\"integer\",\"filterable\":true,\"default\":\"1\"}",
                "field/order.deposit",
                "{\"label\":{\"en\":\"Deposit\"},\"type\":\"money\"}",
                "field/order.margin",
                "{\"label\":{\"en\":\"Margin\"},\"type\":\"decimal\"}",
                "field/order.route",
                "{\"label\":{\"en\":\"Route\"},\"type\":\"text\"}",
                "validation_rule/order.few_boxes",
                "{\"condition\":\"boxes > 100\",\"message\":{\"en\":\"Too"
                        + " many\",\"zh-CN\":\"太多\"},\"field\":\"boxes\"}",
                "validation_rule/order.small",
                "{\"condition\":\"line_count > 1 && po == null\",\"message\":{\"en\":\"PO\",\"zh-CN\":\"要PO\"}}",
                "permission_set/buying",
                "{\"label\":{\"en\":\"B\"},\"objects\":{\"order\":{\"create\":true,\"read\":true,"
                        + "\"hidden\":[\"margin\"],\"readOnly\":[\"route\"]}}}");
        buyer = trade.client(trade.outlet, "dealer", "buying");
    }

    @Test
    void keepsOwnFieldsWithTheOrder() {
        var placed = place(
                "k", "\"custom\":{\"po\":\"PO-7\",\"boxes\":3,\"deposit\":{\"amount\":12.5,\"currency\":\"CNY\"}}");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(placed.body()).contains("\"deposit\":{\"amount\":\"12.50\",\"currency\":\"CNY\"}");
        var custom = buyer.get(placed.header("Location")).json().path("custom");
        assertThat(custom.path("po").asString()).isEqualTo("PO-7");
        assertThat(custom.path("boxes").asInt()).isEqualTo(3);
        assertThat(custom.has("margin")).isFalse();
        assertThat(custom.path("route").isNull()).isTrue();
        var found = buyer.get(RECORDS + "?filter=" + encoded("po == 'PO-7' && boxes >= 3"))
                .json()
                .path("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.path(0).path("id").asString())
                .isEqualTo(placed.json().path("order").path("id").asString());
        assertThat(found.path(0).path("buyer").asString())
                .isEqualTo(trade.outlet.id().value().toString());
    }

    @Test
    void namesEachWrongFieldAndKeepsNothing() {
        var wrong = place(
                "k",
                "\"custom\":{\"boxes\":\"many\",\"margin\":1,\"route\":\"x\",\"nothing\":1,\"status\":\"APPROVED\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.violations())
                .containsExactlyInAnyOrder(
                        "custom.boxes:wrong_type",
                        "custom.margin:unknown_field",
                        "custom.route:record.read_only",
                        "custom.nothing:unknown_field",
                        "custom.status:unknown_field");
        assertThat(place("k", "\"custom\":[1]").violations()).containsExactly("custom:wrong_type");
        assertThat(place("k", "\"custom\":{\"boxes\":101}").violations()).containsExactly("custom.boxes:record.rule");
        assertThat(trade.count("apps.sales_order")).isZero();
        assertThat(trade.count("engine.request_key")).isZero();
        assertThat(trade.count("apps.stock_reservation")).isZero();
        assertThat(trade.available(trade.distributor, trade.cola)).isEqualTo(100);
    }

    @Test
    void takesUniqueValueOnce() {
        assertThat(place("k1", "\"custom\":{\"po\":\"PO-7\"}").status()).isEqualTo(201);
        assertThat(place("k2", "\"custom\":{\"po\":\"po-7\"}").violations()).containsExactly("custom.po:record.taken");
        assertThat(trade.count("apps.sales_order")).isEqualTo(1);
    }

    @Test
    void fillsInDefaultsAndChecksRulesOnTheWholeOrder() {
        var plain = place("k1", "\"externalNumber\":\"E1\"");
        assertThat(plain.json().path("custom").path("boxes").asInt())
                .as(plain.body())
                .isEqualTo(1);
        String line = "{\"skuCode\":\"%s\",\"unit\":\"each\",\"quantity\":1}";
        String two = "\"lines\":[" + line.formatted("COLA") + "," + line.formatted("TEA") + "]";
        var ruled = post("k2", "{" + two + "}");
        assertThat(ruled.violations()).containsExactly(":record.rule");
        assertThat(post("k2", "{" + two + ",\"custom\":{\"po\":\"1\"}}").status())
                .isEqualTo(201);
    }

    @Test
    void countsOwnFieldsAmongWhatAKeyIsFor() { // O3
        var first = place("k", "\"custom\":{\"deposit\":{\"amount\":1,\"currency\":\"CNY\"},\"po\":\"A\"}");
        var again = place("k", "\"custom\":{\"po\":\"A\",\"deposit\":{\"currency\":\"CNY\",\"amount\":1}}");
        assertThat(again.json().path("order").path("id"))
                .isEqualTo(first.json().path("order").path("id"));
        assertThat(again.json().path("custom")).isEqualTo(first.json().path("custom"));
        assertThat(place("k", "\"custom\":{\"po\":\"B\"}").code()).isEqualTo("key_reused");
    }

    @Test
    void keepsThemWhenADraftIsSubmitted() {
        var draft = place("k", "\"custom\":{\"po\":\"D\"}");
        var submitted = buyer.post(draft.header("Location") + "/submit", "{}");
        assertThat(submitted.json().path("order").path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(submitted.json().path("custom").path("po").asString()).isEqualTo("D");
    }

    @Test
    void checksRulesAgainWhenADraftIsSubmitted() {
        var draft = place("k", "\"custom\":{\"po\":\"D\"}");
        Publishing.publish(
                trade.admin(),
                "validation_rule/order.no_more",
                "{\"condition\":\"status == 'SUBMITTED'\",\"message\":{\"en\":\"Closed\",\"zh-CN\":\"关\"}}");
        assertThat(buyer.post(draft.header("Location") + "/submit", "{}").violations())
                .containsExactly(":record.rule");
        assertThat(buyer.get(draft.header("Location"))
                        .json()
                        .path("order")
                        .path("status")
                        .asString())
                .isEqualTo("DRAFT");
    }

    @Test
    void asksForReviewByAFieldTheBuyerMayNotRead() {
        reviewBy("risk > 5");
        var submitted = place("k", "\"submit\":true");
        assertThat(submitted.json().path("custom").has("risk")).isFalse();
        assertThat(status(submitted)).isEqualTo("SUBMITTED");
        var unrelated = trade.client(trade.outlet, "dealer").with("Idempotency-Key", "other");
        assertThat(status(unrelated.post(ORDERS, body("\"submit\":true")))).isEqualTo("SUBMITTED");
        reviewBy("risk < 5");
        assertThat(status(place("k2", "\"submit\":true"))).isEqualTo("APPROVED");
    }

    @Test
    void asksForReviewByEachFieldOfTheOrder() {
        reviewBy("id != null && number != null && status == 'SUBMITTED' && total > 0 && seller != buyer && line_count"
                + " == 1 && base_units == 1 && external_number == 'E1' && priced_at <= now() && submitted_at <="
                + " now()");
        var placed = place("k1", "\"submit\":true,\"externalNumber\":\"E1\"");
        assertThat(status(placed)).as(placed.body()).isEqualTo("SUBMITTED");
        var draft = place("k2", "\"externalNumber\":\"E2\"").header("Location");
        assertThat(status(buyer.post(draft + "/submit", "{}"))).isEqualTo("APPROVED");
    }

    @Test
    void asksForReviewByAFieldTheSellerMayNotReadWhenAHoldIsReleased() {
        reviewBy("risk > 5");
        trade.limit(trade.distributor, trade.outlet, "1.00");
        var held = place("k", "\"submit\":true");
        var hold = held.json().path("order").path("creditHold");
        assertThat(hold.path("limit").path("amount").asString()).isEqualTo("1.00");
        trade.limit(trade.distributor, trade.outlet, "100.00");
        var retried = trade.client(trade.distributor, "dealer").post(held.header("Location") + "/retry", "{}");
        assertThat(retried.json().path("order").path("creditHold").isNull())
                .as(retried.body())
                .isTrue();
        assertThat(status(retried)).isEqualTo("SUBMITTED");
    }

    @Test
    void reviewsByEveryStandardFieldOfAnOrder() {
        Publishing.publish(
                trade.admin(),
                "approval_process/order.review",
                "{\"label\":{\"en\":\"Review\"},\"entry\":\"external_number == 'E1' && version > 0 && id != null\","
                        + "\"approverPermission\":\"order.approve\",\"requesterMayApprove\":true}");
        assertThat(status(place("k", "\"submit\":true"))).isEqualTo("APPROVED");
        assertThat(status(place("other", "\"externalNumber\":\"E1\",\"submit\":true")))
                .isEqualTo("SUBMITTED");
    }

    @Test
    void givesNothingToThoseWithoutRightsOnTheObject() {
        var plain = trade.client(trade.outlet, "dealer");
        String path = place("k", "\"custom\":{\"po\":\"D\"}").header("Location");
        assertThat(plain.get(path).json().path("custom").size()).isZero();
        assertThat(plain.with("Idempotency-Key", Ids.next().toString())
                        .post(ORDERS, body("\"custom\":{\"po\":\"E\"}"))
                        .violations())
                .containsExactly("custom.po:record.read_only");
    }

    @Test
    void asksWhoeverOrdersForWhatNoOrderCanBeWithout() {
        Publishing.publish(
                trade.admin(),
                "field/order.project",
                "{\"label\":{\"en\":\"Project\"},\"type\":\"text\",\"required\":true}",
                "field/order.grade",
                "{\"label\":{\"en\":\"Grade\"},\"type\":\"text\",\"required\":true,\"default\":\"'A'\"}");
        var plain = trade.client(trade.outlet, "dealer");
        assertThat(placeAs(plain, "").violations()).containsExactly("custom.project:required");
        assertThat(placeAs(plain, "\"project\":\"P1\",\"grade\":\"B\",\"po\":\"E\"")
                        .violations())
                .containsExactlyInAnyOrder("custom.grade:record.read_only", "custom.po:record.read_only");
        assertThat(placeAs(plain, "\"project\":7").violations()).containsExactly("custom.project:wrong_type");
        var placed = placeAs(plain, "\"project\":\"P1\"");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(placed.body()).contains("\"custom\":{\"project\":\"P1\"}");
        String path = placed.header("Location");
        assertThat(plain.get(path).body()).contains("\"custom\":{\"project\":\"P1\"}");
        assertThat(trade.client(trade.distributor, "dealer").get(path).body())
                .contains("\"custom\":{\"project\":\"P1\"}");
        assertThat(trade.admin().get(path).json().path("custom").path("grade").asString())
                .isEqualTo("A");
    }

    @Test
    void leavesAFieldToTheRightsThatNameIt() {
        Publishing.publish(
                trade.admin(),
                "field/order.project",
                "{\"label\":{\"en\":\"Project\"},\"type\":\"text\",\"required\":true}",
                "permission_set/looking",
                "{\"label\":{\"en\":\"L\"},\"objects\":{\"order\":{\"read\":true,\"readOnly\":[\"project\"]}}}",
                "permission_set/blind",
                "{\"label\":{\"en\":\"N\"},\"objects\":{\"order\":{\"create\":true,\"hidden\":[\"project\"]}}}");
        assertThat(placeAs(trade.client(trade.outlet, "dealer", "looking"), "\"project\":\"P1\"")
                        .violations())
                .containsExactly("custom.project:record.read_only");
        var blind = trade.client(trade.outlet, "dealer", "blind");
        assertThat(placeAs(blind, "\"project\":\"P1\"").violations()).containsExactly("custom.project:unknown_field");
        var placed = place("k", "\"custom\":{\"project\":\"P1\"}");
        assertThat(blind.get(placed.header("Location")).json().path("custom").size())
                .as(placed.body())
                .isZero();
    }

    private static Answer placeAs(ApiClient client, String custom) {
        return client.with("Idempotency-Key", Ids.next().toString()).post(ORDERS, body("\"custom\":{" + custom + "}"));
    }

    /** Every order has a risk that only the brand can see. */
    private void reviewBy(String entry) {
        Publishing.publish(
                trade.admin(),
                "field/order.risk",
                "{\"label\":{\"en\":\"Risk\"},\"type\":\"integer\",\"default\":\"7\"}",
                "approval_process/order.review",
                "{\"label\":{\"en\":\"Review\"},\"entry\":\"%s\",\"approverPermission\":\"order.approve\",\"requesterMayApprove\":true}"
                        .formatted(entry),
                "permission_set/buying",
                "{\"label\":{\"en\":\"B\"},\"objects\":{\"order\":{\"create\":true,\"read\":true,"
                        + "\"hidden\":[\"risk\"]}}}");
    }

    private static String status(Answer answer) {
        return answer.json().path("order").path("status").asString();
    }

    private Answer place(String key, String more) {
        return post(key, body(more));
    }

    private static String body(String more) {
        return "{\"lines\":[{\"skuCode\":\"COLA\",\"unit\":\"each\",\"quantity\":1}]," + more + "}";
    }

    private Answer post(String key, String body) {
        return buyer.with("Idempotency-Key", key).post(ORDERS, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

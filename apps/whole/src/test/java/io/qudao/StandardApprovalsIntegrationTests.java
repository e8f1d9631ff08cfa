package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Processes on the objects of modules: started by whatever way a module writes, and once where a module asks itself. */
@HttpTest
class StandardApprovalsIntegrationTests {
    private static final String APPROVALS = "/api/v1/approvals";

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private ApiClient admin;

    @BeforeEach
    void open() {
        trade = TradeFixture.in(context);
        admin = trade.admin();
    }

    @Test
    void startsByTheEndpointsOfAModule() {
        Publishing.publish(
                admin, "approval_process/partner.outlets", process("role == 'OUTLET' && code != 'X'", "partner.edit"));
        good(admin.post("/api/v1/partners", partner("X", "outlet")));
        assertThat(inbox()).isEmpty();
        var created = good(admin.post("/api/v1/partners", partner("N", "outlet")));
        assertThat(inbox()).containsExactly("partner N outlets");
        String id = created.at("/id");
        assertThat(states("partner", id)).containsExactly("pending");
        good(admin.with("If-Match", created.header("ETag")).put("/api/v1/partners/" + id, partner("N", "dealer")));
        assertThat(states("partner", id)).containsExactly("void");
    }

    @Test
    void startsByOwnFieldsAndByImports() {
        Publishing.publish(
                admin,
                "field/partner.rating",
                "{\"label\":{\"en\":\"Rating\"},\"type\":\"integer\"}",
                "approval_process/partner.rated",
                process("rating > 5", "partner.edit"));
        var imported = good(admin.with("Content-Type", "text/csv")
                .send(
                        "POST",
                        "/api/v1/imports?wait=true&target=partners",
                        "code,name,role,rating\nA,A,outlet,9\nB,B,outlet,1\n"));
        assertThat(imported.at("/state")).as(imported.body()).isEqualTo("done");
        assertThat(inbox()).containsExactly("partner A rated");
        String other = admin.get("/api/v1/partners?text=B&limit=100")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("code").asString().equals("B"))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        String record = "/api/v1/records/partner/" + other;
        good(admin.with("If-Match", admin.get(record).header("ETag")).patch(record, "{\"rating\":6}"));
        assertThat(inbox()).containsExactlyInAnyOrder("partner A rated", "partner B rated");
    }

    @Test
    void startsOnceForAnOrder() {
        Publishing.publish(admin, "approval_process/order.all", process("total > 0", "order.approve"));
        trade.submit(1, "each");
        assertThat(trade.count("engine.approval")).isEqualTo(1);
        String order = admin.get("/api/v1/records/order?limit=1").at("/items/0/id");
        good(trade.client(trade.distributor, "dealer").post("/api/v1/orders/" + order + "/approve", "{}"));
        assertThat(trade.count("engine.approval")).isEqualTo(1);
        assertThat(states("order", order)).isEmpty();
    }

    @Test
    void letsNobodyApproveAnOrderThatHeHasDrafted() { // O6
        demandFourEyes();
        var drafter = trade.client(trade.distributor, "dealer");
        var order = draft(drafter);
        good(trade.client(trade.distributor, "dealer").post(order + "/submit", "{}"));
        var refused = drafter.post(order + "/approve", "{}");
        assertThat(refused.code()).isEqualTo("approval.own_request");
        assertThat(drafter.get(order).json().at("/order/actions").toString()).doesNotContain("APPROVE");
        good(trade.client(trade.distributor, "dealer").post(order + "/approve", "{}"));
    }

    @Test
    void letsNobodyApproveAnOrderWhoseFieldsOrLinesHeHasChanged() { // O6
        Publishing.publish(
                admin,
                "field/order.note",
                "{\"label\":{\"en\":\"Note\"},\"type\":\"text\"}",
                "field/order_line.note",
                "{\"label\":{\"en\":\"Note\"},\"type\":\"text\"}",
                "permission_set/noting",
                """
                {"label":{"en":"Noting"},"objects":{
                 "order":{"read":true,"update":true,"rows":"all"},"order_line":{"read":true,"update":true,"rows":"all"}}}""");
        demandFourEyes();
        var buyer = trade.client(trade.outlet, "dealer");
        for (String object : List.of("order", "order_line")) {
            var order = draft(buyer);
            good(buyer.post(order + "/submit", "{}"));
            var changer = trade.client(trade.distributor, "dealer", "noting");
            String record = "/api/v1/records/" + object + "/"
                    + (object.equals("order") ? order.substring(order.lastIndexOf('/') + 1) : line(order));
            good(changer.with("If-Match", changer.get(record).header("ETag")).patch(record, "{\"note\":\"x\"}"));
            assertThat(changer.post(order + "/approve", "{}").code()).as(object).isEqualTo("approval.own_request");
            good(trade.client(trade.distributor, "dealer").post(order + "/approve", "{}"));
        }
    }

    private void demandFourEyes() {
        Publishing.publish(
                admin,
                "approval_process/order.all",
                process("total > 0", "order.approve").replace("true}", "false}"));
    }

    /** Returns the address of a new draft. */
    private String draft(ApiClient client) {
        var body = "{\"seller\":\"%s\",\"buyer\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"unit\":\"each\",\"quantity\":1}]}"
                .formatted(
                        trade.distributor.id().value(),
                        trade.outlet.id().value(),
                        trade.cola.id().value());
        return good(client.with("Idempotency-Key", String.valueOf(Ids.next())).post("/api/v1/orders", body))
                .header("Location");
    }

    private String line(String order) {
        String filter = URLEncoder.encode(
                "order == '" + order.substring(order.lastIndexOf('/') + 1) + "'", StandardCharsets.UTF_8);
        return admin.get("/api/v1/records/order_line?filter=" + filter).at("/items/0/id");
    }

    private List<String> inbox() {
        return admin.get(APPROVALS)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("object").asString()
                        + " " + item.path("title").asString()
                        + " " + item.path("process").asString())
                .toList();
    }

    private List<String> states(String object, String record) {
        return admin.get(APPROVALS + "/records/" + object + "/" + record)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.at("/approval/state").asString())
                .toList();
    }

    private static String process(String entry, String permission) {
        return "{\"label\":{\"en\":\"Review\"},\"entry\":\"%s\",\"approverPermission\":\"%s\",\"requesterMayApprove\":true}"
                .formatted(entry, permission);
    }

    private static String partner(String code, String role) {
        return "{\"code\":\"%1$s\",\"name\":\"%1$s\",\"role\":\"%2$s\"}".formatted(code, role);
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}

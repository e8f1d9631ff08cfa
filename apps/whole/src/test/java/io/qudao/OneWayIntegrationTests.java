package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.Value;
import io.qudao.record.RecordsChanged.Kind;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.StandardBusiness;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** However a module writes a record, listeners get the whole change and the tenant's fields and rules apply. */
class OneWayIntegrationTests extends Walk {
    @Test
    void tellsTheChangesOfEveryEndpoint() {
        var buyer = id(told(
                "POST /api/v1/partners",
                () -> admin.post("/api/v1/partners", "{\"code\":\"D\",\"name\":\"D\",\"role\":\"distributor\"}"),
                "partner CREATED",
                "account CREATED"));
        told(
                "PUT /api/v1/partners/{id}",
                () -> put("/api/v1/partners/" + buyer, "{\"code\":\"D\",\"name\":\"East\",\"role\":\"distributor\"}"),
                "partner CHANGED");
        var account = id(told(
                "POST /api/v1/accounts",
                () -> admin.post("/api/v1/accounts", "{\"seller\":\"%s\",\"buyer\":\"%s\"}".formatted(buyer, head)),
                "account CREATED"));
        told(
                "PUT /api/v1/accounts/{id}",
                () -> put("/api/v1/accounts/" + account, "{\"priceGroup\":\"A\"}"),
                "account CHANGED");
        var goods = goods();
        trade(buyer, goods);
        assertThat(walked).isEqualTo(writing());
    }

    @Test
    void tellsAChangeWhole() {
        var created = told(
                "",
                () -> admin.post(
                        "/api/v1/partners",
                        "{\"code\":\"W\",\"name\":\"West\",\"role\":\"outlet\",\"custom\":{\"heard\":\"a\"}}"),
                "partner CREATED",
                "account CREATED");
        var id = UUID.fromString(id(created));
        changes.take(tenant);
        good(put(
                "/api/v1/partners/" + id,
                "{\"code\":\"W\",\"name\":\"Far West\",\"role\":\"outlet\",\"custom\":{\"heard\":\"b\"}}"));
        var event = changes.take(tenant).getFirst();
        assertThat(event.object()).isEqualTo("partner");
        assertThat(event.kind()).isEqualTo(Kind.CHANGED);
        assertThat(event.by().toString())
                .isEqualTo(
                        admin.get("/api/v1/me").json().path("member").path("id").asString());
        assertThat(event.release()).isEqualTo(1);
        var change = event.changes().getFirst();
        assertThat(change.id()).isEqualTo(id);
        assertThat(change.fields()).containsExactly("heard", "name");
        assertThat(change.before().values())
                .containsEntry("name", Value.text("West"))
                .containsEntry("heard", Value.text("a"))
                .containsEntry("code", Value.text("W"));
        assertThat(change.after().values())
                .containsEntry("name", Value.text("Far West"))
                .containsEntry("heard", Value.text("b"));
    }

    @Test
    void failsATransactionThatWritesPastTheOneWay() {
        assertThatThrownBy(() -> platform(() -> phone("1")))
                .rootCause()
                .hasMessageContaining("partner was written past StandardRecords")
                .hasMessageContaining("update apps.partner set phone");
    }

    @Test
    void failsATransactionThatGoesOnPastTheOneWay() {
        var records = context.getBean(StandardRecords.class);
        var one = Written.of(UUID.fromString(head));
        assertThat(platform(() -> records.changed("partner", one, () -> phone("1"))))
                .isEqualTo(1);
        assertThatThrownBy(() -> platform(() -> records.changed("partner", one, () -> phone("2")) + phone("3")))
                .rootCause()
                .hasMessageContaining("partner was written past StandardRecords");
        assertThat(admin.get("/api/v1/partners/" + head).at("/address/phone")).isEqualTo("1");
    }

    /** Writes past everything that has to do with records. */
    private int phone(String number) {
        return context.getBean(JdbcClient.class)
                .sql("update apps.partner set phone = ? where tenant_id = ? and id = ?")
                .params(number, tenant.id().value(), UUID.fromString(head))
                .update();
    }

    private int platform(Supplier<Integer> work) {
        var transaction = context.getBean(TransactionTemplate.class);
        return Objects.requireNonNull(
                TenantScope.call(Caller.platform(tenant), () -> transaction.execute(status -> work.get())));
    }

    @Test
    void offersExactlyTheCommandsThatModulesHave() {
        var paths = admin.get("/api/v1/openapi.json").json().path("paths");
        var offered = new TreeSet<String>();
        for (String object : OBJECTS) {
            offered.add(object
                    + (paths.path("/api/v1/records/" + object).has("post") ? " create" : "")
                    + (paths.path("/api/v1/records/" + object + "/{id}").has("patch") ? " change" : "")
                    + (paths.path("/api/v1/records/" + object + "/{id}").has("delete") ? " delete" : ""));
        }
        assertThat(offered)
                .containsExactly(
                        "account create change",
                        "category create change",
                        "order change",
                        "order_line change",
                        "partner create change",
                        "price_list create change",
                        "product change",
                        "shipment change",
                        "sku create change",
                        "stock_level change",
                        "warehouse create change");
    }

    /** Every endpoint of the modules that is not for reading. */
    private Set<String> writing() {
        var writing = new TreeSet<>(StandardBusiness.endpoints(context).keySet());
        writing.removeIf(endpoint -> endpoint.startsWith("GET "));
        return writing;
    }
}

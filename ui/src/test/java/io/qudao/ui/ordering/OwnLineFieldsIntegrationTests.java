package io.qudao.ui.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Value;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.ordering.Order;
import io.qudao.ordering.Submission;
import io.qudao.record.Query;
import io.qudao.record.Records;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.PageTest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a tenant adds to the lines of orders is on the pages of an order, for those who may see it. */
class OwnLineFieldsIntegrationTests extends PageTest {
    @Test
    void showsWhatALineHas() {
        var order = ((Submission.Accepted) trade.submit(1, "case")).order();
        var admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        TenantScope.run(admin, () -> publishAndFill(order));
        open(admin, "work/orders/" + order.id().value());
        assertThat(TenantScope.call(admin, PageTest::words)).contains("Batch: B7", "Fill in");
        var buyer = member(trade.outlet, "dealer", Locale.ENGLISH);
        open(buyer, "orders/" + order.id().value());
        assertThat(named("own-line-1").orElseThrow().getElement().getTextRecursively())
                .contains("Batch: B7")
                .doesNotContain("Fill in");
    }

    private void publishAndFill(Order order) {
        var releases = context.getBean(Releases.class);
        put(releases, ComponentKind.FIELD, "order_line.batch", "{\"label\":{\"en\":\"Batch\"},\"type\":\"text\"}");
        put(
                releases,
                ComponentKind.PERMISSION_SET,
                "dealer",
                "{\"objects\":{\"order_line\":{\"read\":true,\"rows\":\"all\"}}}");
        releases.publish("Batches");
        var records = context.getBean(Records.class);
        var line = records.list(
                        Query.of("order_line").where("order == '" + order.id().value() + "'"))
                .rows()
                .getFirst();
        var values = new LinkedHashMap<>(Map.of("batch", Value.text("B7")));
        records.patch("order_line", line.id(), line.version(), new Value.Fields(values));
    }

    private static void put(Releases releases, ComponentKind kind, String name, String json) {
        releases.put(new io.qudao.metadata.Component(kind, name, json));
    }
}

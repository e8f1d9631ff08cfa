package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.BadInputCases;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TradeFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Bad input at every endpoint of a platform node, and nothing of it stored. */
@HttpTest
class AppsBadInputIntegrationTests {
    /** Who acts for a partner is refused before anything is read. */
    private static final String OF_HEAD_OFFICE = "/api/v1/search/reindex";

    @Autowired
    private ApplicationContext context;

    @TestFactory
    Stream<DynamicTest> namesFieldAndReasonAtEveryEndpoint() {
        var trade = TradeFixture.in(context);
        var api = ApiClient.admin(context, trade.tenant)
                .with("X-Qudao-Partner", trade.outlet.id().toString());
        var before = stored(api);
        var nothing = DynamicTest.dynamicTest(
                "stored nothing", () -> assertThat(stored(api)).isEqualTo(before));
        var cases = BadInputCases.of(api).filter(test -> !test.getDisplayName().contains(OF_HEAD_OFFICE));
        return Stream.concat(cases, Stream.of(nothing));
    }

    private static List<String> stored(ApiClient api) {
        return Stream.of(
                        "orders", "products", "partners", "accounts", "price-lists", "stock", "shipments", "warehouses")
                .map(list -> api.get("/api/v1/" + list).body())
                .toList();
    }
}

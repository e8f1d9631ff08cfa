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
        return Stream.concat(BadInputCases.of(api), Stream.of(nothing));
    }

    private static List<String> stored(ApiClient api) {
        return Stream.of(
                        "orders", "products", "partners", "accounts", "price-lists", "stock", "shipments", "warehouses")
                .map(list -> api.get("/api/v1/" + list).body())
                .toList();
    }
}

package io.qudao;

import io.qudao.testing.ApiClient;
import io.qudao.testing.HostileCases;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Hostile requests to every endpoint of a platform node: each is refused with a reason. */
@HttpTest
class AppsHostileIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @TestFactory
    Stream<DynamicTest> neverFailsAtAnyEndpoint() {
        var trade = TradeFixture.in(context);
        var api = ApiClient.admin(context, trade.tenant);
        Publishing.publish(
                api,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"}}",
                "field/visit.count",
                "{\"label\":{\"en\":\"Count\"},\"type\":\"integer\",\"filterable\":true}",
                "field/visit.price",
                "{\"label\":{\"en\":\"Price\"},\"type\":\"money\",\"filterable\":true}",
                "field/visit.day",
                "{\"label\":{\"en\":\"Day\"},\"type\":\"date\",\"filterable\":true}",
                "field/visit.before",
                "{\"label\":{\"en\":\"Before\"},\"type\":\"lookup\",\"target\":\"visit\"}");
        return HostileCases.of(
                api.with("X-Qudao-Partner", trade.outlet.id().toString()),
                Map.of(
                        "object", List.of("visit", "partner"),
                        "kind", List.of("field"),
                        "name", List.of("visit.size"),
                        "number", List.of("1"),
                        "consumer", List.of("recording")));
    }
}

package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.BadInputCases;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Bad input at every endpoint of the engine, and nothing of it stored. */
@HttpTest
class EngineBadInputIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @TestFactory
    Stream<DynamicTest> namesFieldAndReasonAtEveryEndpoint() {
        var api = ApiClient.admin(context, TenantFixture.create(context));
        Publishing.publish(
                api,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"}}",
                "field/visit.guests",
                "{\"label\":{\"en\":\"Guests\"},\"type\":\"integer\",\"filterable\":true}");
        var stored = DynamicTest.dynamicTest("stored nothing", () -> {
            assertThat(api.get("/api/v1/records/visit?count=exact")
                            .json()
                            .path("count")
                            .asInt())
                    .isZero();
            assertThat(api.get("/api/v1/members").json().path("items")).hasSize(1);
            assertThat(api.get("/api/v1/imports").json().path("items")).isEmpty();
            assertThat(api.get("/api/v1/metadata/releases").json().path("items"))
                    .hasSize(1);
            assertThat(api.get("/api/v1/metadata/draft").json().path("changed")).isEmpty();
        });
        return Stream.concat(BadInputCases.of(api), Stream.of(stored));
    }
}

package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A version of the platform that ships an object under a name that a tenant has given to its own. */
@HttpTest
class UpgradeIntegrationTests {
    private static final String BASE = "/api/v1/metadata";
    private static final String GADGET = "/api/v1/records/gadget";

    @Autowired
    private ApplicationContext before;

    @Test
    void leavesATenantItsOwnObjectUntilItHasAnotherName() {
        var tenant = TenantFixture.create(before);
        var admin = ApiClient.admin(before, tenant);
        Publishing.publish(
                admin,
                "object/gadget",
                "{\"label\":{\"en\":\"Gadget\"}}",
                "field/gadget.code",
                "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"unique\":true}");
        var created = admin.post(GADGET, "{\"name\":\"One\",\"code\":\"g-1\"}");
        String id = created.at("/id");
        try (var node = start()) {
            var after = ApiClient.admin(node, tenant);
            assertThat(after.get(GADGET + "/" + id).json()).isEqualTo(created.json());
            assertThat(after.post(GADGET, "{\"name\":\"Two\",\"code\":\"G-1\"}").violations())
                    .containsExactly("code:record.taken");
            assertThat(after.get(BASE + "/objects/gadget")
                            .json()
                            .path("standard")
                            .asBoolean())
                    .isFalse();
            var conflicts = after.get(BASE + "/upgrade").json().path("conflicts");
            assertThat(conflicts).hasSize(1);
            assertThat(conflicts.get(0).path("field").asString()).isEqualTo("object/gadget");
            assertThat(conflicts.get(0).path("code").asString()).isEqualTo("metadata.collides");

            var renamed = after.post(BASE + "/components/object/gadget/rename", "{\"name\":\"gizmo\"}");
            assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
            var published = after.post(BASE + "/publish", "{}");
            assertThat(published.status()).as(published.body()).isEqualTo(201);
            assertThat(after.get("/api/v1/records/gizmo/" + id).json()).isEqualTo(created.json());
            assertThat(after.get(BASE + "/objects/gadget")
                            .json()
                            .path("standard")
                            .asBoolean())
                    .isTrue();
            assertThat(after.get(BASE + "/upgrade").json().path("conflicts")).isEmpty();
        }
    }

    /** Its object has no table here, so it is no node whose writes the guard of tests looks at. */
    private static ConfigurableApplicationContext start() {
        String shard = "qudao.tenancy.shards.s0.url=" + TestStack.shardUrl("s0") + "?ApplicationName=after";
        return new SpringApplicationBuilder(EngineTestApplication.class, Shipped.class)
                .initializers(new TestStack())
                .initializers(
                        context -> TestPropertyValues.of("server.port=0", shard).applyTo(context))
                .run();
    }

    /** What ships with the version after. */
    static class Shipped {
        @Bean
        StandardObject gadget() {
            return StandardObject.of("gadget", Label.of("Gadget", "器件"), Label.of("Gadgets", "器件"))
                    .table("apps.gadget", "gadget_scope")
                    .field("serial", DataType.TEXT, Label.of("Serial", "序列号"), field -> field.length(40))
                    .build();
        }
    }
}

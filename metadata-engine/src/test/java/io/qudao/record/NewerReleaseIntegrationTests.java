package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import io.qudao.testing.TestStack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** What one node has published may be named at another at once, before that has heard of it and as long as no time passes there. */
@HttpTest
@TestInstance(Lifecycle.PER_CLASS)
class NewerReleaseIntegrationTests {
    private static final String TASKS = "/api/v1/records/task";

    private final SetClock clock = new SetClock();

    @Autowired
    private ApplicationContext node;

    private Tenant tenant;
    private ConfigurableApplicationContext other;
    private ApiClient here;
    private ApiClient there;

    @BeforeAll
    void startNodeThatHearsNothing() {
        other = new SpringApplicationBuilder(EngineTestApplication.class)
                .initializers(new TestStack())
                .initializers(
                        context -> TestPropertyValues.of("server.port=0", "spring.data.redis.url=redis://127.0.0.1:1")
                                .applyTo(context))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("setClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run();
    }

    @AfterAll
    void stop() {
        other.close();
    }

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(node);
        here = ApiClient.admin(node, tenant);
        there = ApiClient.admin(other, tenant);
        assertThat(there.get(TASKS).code()).isEqualTo("record.unknown_object");
    }

    @Test
    void takesRecordsOfANewObject() {
        publishTasks();
        var created = there.post(TASKS, "{\"name\":\"First\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(there.get(created.header("Location")).json().path("name").asString())
                .isEqualTo("First");
    }

    @Test
    void takesNewFields() {
        publishTasks();
        publishField("in_body");
        var created = there.post(TASKS, "{\"name\":\"First\",\"in_body\":\"x\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        publishField("in_change");
        var changed = there.with("If-Match", "\"1\"").patch(created.header("Location"), "{\"in_change\":\"y\"}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("in_change").asString()).isEqualTo("y");
        publishField("in_filter");
        assertThat(names("filter=" + encode("in_filter == null"))).isEqualTo(1);
        publishField("in_order");
        assertThat(names("sort=in_order")).isEqualTo(1);
        publishField("in_column");
        var columns = there.get(TASKS + "?fields=in_column");
        assertThat(columns.json().path("items").path(0).has("in_column"))
                .as(columns.body())
                .isTrue();
    }

    @Test
    void takesANewOption() {
        publishTasks();
        publishMood("good");
        assertThat(there.post(TASKS, "{\"name\":\"First\",\"mood\":\"good\"}").status())
                .isEqualTo(201);
        assertThat(there.post(TASKS, "{\"name\":\"First\",\"mood\":\"calm\"}").violations())
                .containsExactly("mood:not_one_of");
        publishMood("good", "calm");
        var created = there.post(TASKS, "{\"name\":\"Second\",\"mood\":\"calm\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
    }

    @Test
    void givesANewPermissionSet() {
        publishSet("reader", "metadata.read");
        var created = member(there, "reader");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        publishSet("second", "metadata.read");
        var changed = there.with("If-Match", created.header("ETag"))
                .patch(created.header("Location"), "{\"permissionSets\":[\"second\"]}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(member(there, "third").violations()).containsExactly("permissionSets:unknown_permission_set");
    }

    @Test
    void knowsWhatANewPermissionSetGrants() {
        publishSet("reader", "metadata.read");
        assertThat(member(here, "reader").status()).isEqualTo(201);
        var reader = ApiClient.of(
                other, tenant, TestIdentity.personOf(mail("reader")).toString());
        assertThat(reader.get("/api/v1/metadata/components").status()).isEqualTo(200);
    }

    @Test
    void describesANewObject() {
        publishTasks();
        var described = there.get("/api/v1/metadata/objects/task");
        assertThat(described.json().path("name").asString())
                .as(described.body())
                .isEqualTo("task");
    }

    @Test
    void refusesWhatNoReleaseHas() {
        publishTasks();
        assertThat(there.post(TASKS, "{\"name\":\"First\",\"nothing\":1}").violations())
                .containsExactly("nothing:unknown_field");
        assertThat(there.get(TASKS + "?filter=" + encode("nothing == 1")).violations())
                .containsExactly("filter:expression.unknown_field");
    }

    @Test
    void looksSeldomForInventedNames() {
        for (int i = 0; i < 20; i++) {
            assertThat(there.get("/api/v1/records/invented_" + i).status()).isEqualTo(404);
        }
        publishTasks();
        assertThat(there.get(TASKS).status()).isEqualTo(404);
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        assertThat(there.get(TASKS).status()).isEqualTo(200);
    }

    private void publishTasks() {
        Publishing.publish(here, "object/task", "{\"label\":{\"en\":\"Task\"}}");
    }

    private void publishField(String name) {
        Publishing.publish(
                here, "field/task." + name, "{\"label\":{\"en\":\"F\"},\"type\":\"text\",\"filterable\":true}");
    }

    private void publishMood(String... options) {
        var listed = Arrays.stream(options)
                .map("{\"value\":\"%1$s\",\"label\":{\"en\":\"%1$s\"}}"::formatted)
                .collect(Collectors.joining(","));
        Publishing.publish(
                here,
                "field/task.mood",
                "{\"label\":{\"en\":\"Mood\"},\"type\":\"picklist\",\"options\":[" + listed + "]}");
    }

    private void publishSet(String name, String permission) {
        Publishing.publish(
                here,
                "permission_set/" + name,
                "{\"label\":{\"en\":\"Set\"},\"permissions\":[\"%s\"]}".formatted(permission));
    }

    private Answer member(ApiClient node, String set) {
        return node.post(
                "/api/v1/members",
                "{\"name\":\"M\",\"email\":\"%s\",\"permissionSets\":[\"%s\"]}".formatted(mail(set), set));
    }

    private String mail(String set) {
        return tenant.slug() + "." + set + "@one.example";
    }

    private int names(String parameters) {
        var page = there.get(TASKS + "?" + parameters);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json().path("items").size();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.qudao.kernel.ProblemException;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A release goes live on every node, with and without Redis, and no request ever sees half of one. */
@HttpTest
class NodesIntegrationTests {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    private ApplicationContext node;

    @Test
    void tellsOtherNodesOverRedis() {
        var tenant = TenantFixture.create(node);
        // This node polls the database at most once a second, so anything it knows sooner came by message.
        try (var other = start("qudao.metadata.check-interval=1s")) {
            publish(node, tenant, 1);
            assertThat(see(other, tenant).number()).isEqualTo(1);
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                publish(node, tenant, see(node, tenant).number() + 1);
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofMillis(300))
                        .until(
                                () -> see(other, tenant).number(),
                                is -> is == see(node, tenant).number());
            });
        }
    }

    @Test
    void findsReleasesOfOtherNodesWithoutRedis() {
        var tenant = TenantFixture.create(node);
        try (var other = start("spring.data.redis.url=redis://127.0.0.1:1")) {
            assertThat(see(other, tenant).number()).isZero();
            publish(node, tenant, 1);
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(PATIENCE)
                    .until(() -> see(other, tenant).number(), number -> number == 1);
            publish(other, tenant, 2);
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(PATIENCE)
                    .until(() -> see(node, tenant).number(), number -> number == 2);
        }
    }

    @Test
    void keepsARequestInTheReleaseItStartedWith() {
        var tenant = TenantFixture.create(node);
        var metadata = node.getBean(Metadata.class);
        publish(node, tenant, 1);
        as(
                tenant,
                () -> metadata.within(metadata.current(), () -> {
                    publish(node, tenant, 2);
                    assertThat(metadata.current().number()).isEqualTo(1);
                    return metadata.current();
                }));
        assertThat(see(node, tenant).number()).isEqualTo(2);
    }

    @Test
    void keepsARequestOfAnotherTenantApart() {
        var one = TenantFixture.create(node);
        var two = TenantFixture.create(node);
        var metadata = node.getBean(Metadata.class);
        publish(node, one, 1);
        var ofOne = see(node, one);
        as(
                one,
                () -> metadata.within(ofOne, () -> {
                    assertThat(as(two, metadata::current).number()).isZero();
                    return ofOne;
                }));
        assertThatThrownBy(() -> as(two, () -> metadata.within(ofOne, metadata::current)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoMixedReleaseUnderLoad() throws Exception {
        int releases = 50;
        var tenant = TenantFixture.create(node);
        publish(node, tenant, 1);
        var done = new AtomicBoolean();
        var reads = new AtomicInteger();
        List<String> wrong = new CopyOnWriteArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < 8; reader++) {
                running.add(readers.submit(() -> {
                    int last = 0;
                    while (!done.get()) {
                        var view = see(node, tenant);
                        wrong.addAll(mixed(view, last));
                        last = view.number();
                        reads.incrementAndGet();
                    }
                }));
            }
            for (int number = 2; number <= releases; number++) {
                publish(node, tenant, number);
                assertThat(see(node, tenant).number()).isEqualTo(number);
            }
            done.set(true);
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(reads.get()).isGreaterThan(releases);
    }

    @Test
    void publishesOneAfterTheOther() throws Exception {
        var tenant = TenantFixture.create(node);
        var releases = node.getBean(Releases.class);
        var published = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 10; writer++) {
                String name = "object_" + writer;
                running.add(writers.submit(() -> as(tenant, () -> {
                    releases.put(object(name, name));
                    try {
                        releases.publish(name);
                        published.incrementAndGet();
                    } catch (ProblemException empty) {
                        // Another writer's publish took this edit along.
                        assertThat(empty.problem().code()).isEqualTo("metadata.draft_empty");
                    }
                    return null;
                })));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(see(node, tenant).number()).isEqualTo(published.get()).isPositive();
        assertThat(see(node, tenant).objects())
                .extracting(ObjectType::name)
                .filteredOn(name -> name.startsWith("object_"))
                .hasSize(10);
    }

    /** Release n has n fields, a list view of the last one, and a label that says n. */
    private static List<String> mixed(ReleaseView view, int last) {
        var type = view.object("visit").orElseThrow();
        int fields =
                (int) type.fields().stream().filter(field -> !field.standard()).count();
        int shown = Integer.parseInt(
                view.listViews("visit").getFirst().columns().getFirst().substring(1));
        boolean same = fields == view.number()
                && shown == view.number()
                && type.label().texts().get("en").equals("Visit " + view.number());
        return same && view.number() >= last
                ? List.of()
                : List.of("release %d after %d: %d fields, f%d, %s"
                        .formatted(view.number(), last, fields, shown, type.label()));
    }

    private static void publish(ApplicationContext on, Tenant tenant, int number) {
        var releases = on.getBean(Releases.class);
        as(tenant, () -> {
            releases.put(object("visit", "Visit " + number));
            releases.put(new Component(
                    ComponentKind.FIELD, "visit.f" + number, "{\"label\":{\"en\":\"F\"},\"type\":\"text\"}"));
            releases.put(new Component(
                    ComponentKind.LIST_VIEW,
                    "visit.all",
                    "{\"label\":{\"en\":\"All\"},\"columns\":[\"f%d\"]}".formatted(number)));
            return releases.publish("Release " + number);
        });
    }

    private static Component object(String name, String label) {
        return new Component(ComponentKind.OBJECT, name, "{\"label\":{\"en\":\"%s\"}}".formatted(label));
    }

    private static ReleaseView see(ApplicationContext on, Tenant tenant) {
        return as(tenant, on.getBean(Metadata.class)::current);
    }

    private static <T extends @Nullable Object, X extends Throwable> T as(
            Tenant tenant, ScopedValue.CallableOp<T, X> work) throws X {
        return TenantScope.call(Caller.platform(tenant), work);
    }

    private static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(EngineTestApplication.class)
                .initializers(new TestStack())
                .initializers(context ->
                        TestPropertyValues.of(properties).and("server.port=0").applyTo(context))
                .run();
    }
}

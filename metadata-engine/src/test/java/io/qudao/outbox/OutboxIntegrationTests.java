package io.qudao.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** From the append to the consumer, on real PostgreSQL. */
@HttpTest
class OutboxIntegrationTests {
    private static final String REJECTED = "/api/v1/outbox/rejected";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Outbox outbox;

    @Autowired
    private RecordingConsumer consumer;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
    }

    @Test
    void deliversWhatCommittedAndNothingElse() {
        append(tenant, "a", "1");
        assertThatThrownBy(() -> in(tenant, () -> {
                    outbox.append(RecordingConsumer.TOPIC, "a", "never");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        append(tenant, "a", "2");
        awaitTaken(tenant, "1", "2");
        awaitEmpty(tenant);
        assertThat(taken(tenant)).containsExactly("1", "2");
    }

    @Test
    void deliversAnEarlierPlaceThatCommitsLater() { // PP-42
        in(tenant, () -> {
            outbox.append(RecordingConsumer.TOPIC, "a", "earlier");
            var other = new TransactionTemplate(transaction.getTransactionManager());
            other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            other.executeWithoutResult(status -> outbox.append(RecordingConsumer.TOPIC, "b", "later"));
            awaitTaken(tenant, "later");
            assertThat(taken(tenant)).containsExactly("later");
        });
        awaitTaken(tenant, "earlier");
        assertThat(taken(tenant)).containsExactly("later", "earlier");
    }

    @Test
    void refusesToAppendOutsideOfATransaction() {
        assertThatThrownBy(() -> TenantScope.run(
                        Caller.platform(tenant), () -> outbox.append(RecordingConsumer.TOPIC, "a", "1")))
                .hasStackTraceContaining("inside a transaction");
    }

    @Test
    void keepsOrderOfAKeyAcrossManyBatches() {
        var expected = IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();
        for (List<String> part : List.of(expected.subList(0, 450), expected.subList(450, 1_000))) {
            in(tenant, () -> part.forEach(json -> outbox.append(RecordingConsumer.TOPIC, "one", json)));
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> taken(tenant).size() >= 1_000);
        assertThat(taken(tenant)).isEqualTo(expected);
    }

    @Test
    void holdsBackOnlyTheKeyOfARejectedMessage() {
        var tries = new AtomicInteger();
        consumer.refuse(tenant.id().value(), message -> message.json().equals("bad") && tries.incrementAndGet() < 3);
        in(tenant, () -> {
            outbox.append(RecordingConsumer.TOPIC, "a", "bad");
            outbox.append(RecordingConsumer.TOPIC, "b", "b1");
            outbox.append(RecordingConsumer.TOPIC, "a", "a2");
        });
        append(tenant, "a", "a3");
        await().atMost(Duration.ofMinutes(1)).until(() -> taken(tenant).size() == 4);
        var order = new ArrayList<>(taken(tenant));
        order.remove("b1");
        assertThat(order).containsExactly("bad", "a2", "a3");
    }

    @Test
    void laysDeadLettersAsideWhereTheyAreSeenAndTriedAgain() {
        consumer.refuse(tenant.id().value(), message -> message.json().equals("poison"));
        append(tenant, "a", "poison");
        append(tenant, "a", "after");
        awaitTaken(tenant, "after");
        var admin = ApiClient.admin(context, tenant);
        var letters = admin.get(REJECTED).json().path("items");
        assertThat(letters.size()).isEqualTo(1);
        assertThat(letters.path(0).path("dead").asBoolean()).isTrue();
        assertThat(letters.path(0).path("attempts").asInt()).isEqualTo(3);
        assertThat(letters.path(0).path("error").asString()).contains("division by zero");
        String path = REJECTED + "/recording/"
                + letters.path(0).path("message").path("position").asLong();
        var stranger = ApiClient.admin(context, TenantFixture.create(context)); // T1
        assertThat(stranger.get(REJECTED).json().path("items").size()).isZero();
        assertThat(stranger.post(path + "/retry", "").status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        consumer.refuse(tenant.id().value(), message -> false);
        assertThat(admin.post(path + "/retry", "").status()).isEqualTo(204);
        awaitTaken(tenant, "after", "poison");
        assertThat(admin.delete(path).status()).isEqualTo(404);
    }

    @Test
    void servesAQuietTenantWhileAnotherIsBusy() {
        var busy = tenant;
        var quiet = TenantFixture.create(context, "s1");
        in(
                busy,
                () -> IntStream.range(0, 2_000)
                        .forEach(i -> outbox.append(RecordingConsumer.TOPIC, "k" + i % 7, Integer.toString(i))));
        append(quiet, "q", "mine");
        awaitTaken(quiet, "mine");
        await().atMost(Duration.ofMinutes(1)).until(() -> taken(busy).size() == 2_000);
        assertThat(taken(quiet)).containsExactly("mine");
    }

    private void append(Tenant owner, String key, String json) {
        in(owner, () -> outbox.append(RecordingConsumer.TOPIC, key, json));
    }

    private void in(Tenant owner, Runnable work) {
        TenantScope.run(Caller.platform(owner), () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private List<String> taken(Tenant owner) {
        return consumer.taken(owner.id().value()).stream()
                .map(OutboxMessage::json)
                .toList();
    }

    private void awaitTaken(Tenant owner, String... json) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(taken(owner)).contains(json));
    }

    private void awaitEmpty(Tenant owner) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> TenantScope.call(
                                Caller.platform(owner),
                                () -> transaction.execute(status -> jdbc.sql("select count(*) from engine.outbox")
                                        .query(Long.class)
                                        .single()))
                        == 0);
    }
}

package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.kernel.Value;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a record that is deleted and another that comes to refer to it at the same moment, one is refused. */
@HttpTest
class LookupRacesIntegrationTests {
    private static final String SHOPS = "/api/v1/records/shop";
    private static final String VISITS = "/api/v1/records/visit";

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Records records;

    @Autowired
    private StandardRecords standard;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void publish() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "object/shop",
                "{\"label\":{\"en\":\"Shop\"}}",
                "field/shop.street",
                "{\"label\":{\"en\":\"Street\"},\"type\":\"text\"}",
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"}}",
                "field/visit.shop",
                "{\"label\":{\"en\":\"Shop\"},\"type\":\"lookup\",\"target\":\"shop\"}",
                "field/visit.host",
                "{\"label\":{\"en\":\"Host\"},\"type\":\"lookup\",\"target\":\"member\"}");
    }

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void refusesTheDeletionOfWhatIsBeingReferredTo() throws Exception {
        var shop = shop();
        var deletion = behind(
                () -> records.create(
                        "visit", RecordFixture.given("name", Value.text("v"), "shop", new Value.Ref(shop))),
                () -> delete(shop));
        assertThat(deletion.code()).isEqualTo("record.in_use");
        assertThat(admin.get(SHOPS + "/" + shop).status()).isEqualTo(200);
    }

    @Test
    void refusesToReferToWhatIsBeingDeleted() throws Exception {
        var shop = shop();
        var visit = behind(
                () -> {
                    records.delete("shop", shop, 1);
                    return shop;
                },
                () -> admin.post(VISITS, "{\"name\":\"v\",\"shop\":\"" + shop + "\"}"));
        assertThat(visit.violations()).containsExactly("shop:record.target_missing");
        assertThat(admin.get(VISITS).json().path("items").size()).isZero();
    }

    @Test
    void refusesToReferToAStandardRecordThatIsBeingDeleted() throws Exception {
        var invited =
                admin.post("/api/v1/members", "{\"name\":\"M\",\"email\":\"%s@one.example\"}".formatted(tenant.slug()));
        var member = UUID.fromString(invited.at("/id"));
        var visit = behind(
                () -> {
                    standard.deleted(
                            "member",
                            List.of(member),
                            () -> context.getBean(JdbcClient.class)
                                    .sql("delete from engine.member where tenant_id = ? and member_id = ?")
                                    .params(tenant.id().value(), member)
                                    .update());
                    return member;
                },
                () -> admin.post(VISITS, "{\"name\":\"v\",\"host\":\"" + member + "\"}"));
        assertThat(visit.violations()).containsExactly("host:record.target_missing");
    }

    @Test
    void letsWhatIsBeingReferredToBeChanged() throws Exception {
        var shop = shop();
        var change = alongside(
                () -> records.create(
                        "visit", RecordFixture.given("name", Value.text("v"), "shop", new Value.Ref(shop))),
                () -> admin.with("If-Match", "\"1\"").patch(SHOPS + "/" + shop, "{\"street\":\"New\"}"));
        assertThat(change.status()).as(change.body()).isEqualTo(200);
    }

    /** Many at once, in no order: nothing dangles, and nobody fails otherwise than by a refusal. */
    @Test
    void leavesNoReferenceToNothing() throws Exception {
        for (int round = 0; round < 40; round++) {
            var shop = shop();
            var answers = new ArrayList<Future<Answer>>();
            for (int visitor = 0; visitor < 3; visitor++) {
                answers.add(threads.submit(() -> admin.post(VISITS, "{\"name\":\"v\",\"shop\":\"" + shop + "\"}")));
            }
            answers.add(threads.submit(() -> delete(shop)));
            boolean deleted = answers.removeLast().get().status() == 204;
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(deleted ? 400 : 201);
            }
        }
    }

    private UUID shop() {
        var made = admin.post(SHOPS, "{\"name\":\"S\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return UUID.fromString(made.at("/id"));
    }

    private Answer delete(UUID shop) {
        return admin.with("If-Match", "\"1\"").delete(SHOPS + "/" + shop);
    }

    /** Runs the second while the first has not ended, sees it wait, and returns its answer. */
    private Answer behind(ScopedValue.CallableOp<?, RuntimeException> first, Supplier<Answer> second) throws Exception {
        return inside(first, () -> {
            var answer = threads.submit(second::get);
            await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> answer.isDone() || isAnyoneWaiting());
            return answer;
        });
    }

    /** Runs the second while the first has not ended. */
    private Answer alongside(ScopedValue.CallableOp<?, RuntimeException> first, Supplier<Answer> second)
            throws Exception {
        return inside(first, () -> {
            var answer = threads.submit(second::get);
            await().atMost(Duration.ofSeconds(20)).until(answer::isDone);
            return answer;
        });
    }

    private Answer inside(ScopedValue.CallableOp<?, RuntimeException> first, Supplier<Future<Answer>> second)
            throws Exception {
        return TenantScope.call(
                        Caller.platform(tenant),
                        () -> transaction.execute(status -> {
                            first.call();
                            return second.get();
                        }))
                .get();
    }

    private boolean isAnyoneWaiting() {
        return context.getBean(JdbcClient.class)
                .sql("select exists (select from pg_locks where not granted and pid <> pg_backend_pid())")
                .query(Boolean.class)
                .single();
    }
}

package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who repeats a request under its key gets what the first one wrote, whatever has changed since. */
@HttpTest
class KeyedRecordsIntegrationTests {
    private static final String TASKS = "/api/v1/records/task";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;
    private ApiClient keyed;

    @BeforeEach
    void publishTasks() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        keyed = admin.with("Idempotency-Key", "k");
        Publishing.publish(
                admin,
                "object/task",
                "{\"label\":{\"en\":\"Task\"},\"plural\":{\"en\":\"Tasks\"}}",
                "field/task.code",
                "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"length\":20,\"unique\":true}",
                "field/task.hours",
                "{\"label\":{\"en\":\"Hours\"},\"type\":\"decimal\",\"precision\":9,\"scale\":3}",
                "field/task.note",
                "{\"label\":{\"en\":\"Note\"},\"type\":\"text\",\"length\":200}");
    }

    @Test
    void makesARecordOnce() {
        var first = good(keyed.post(TASKS, "{\"name\":\"A\",\"code\":\"1\",\"hours\":7.00}"));
        assertSame(first, keyed.post(TASKS, "{\"code\":\"1\",\"hours\":\"7.000\", \"name\":\"A\"}"));
        assertThat(count()).isEqualTo(1);
        var other = keyed.post(TASKS, "{\"name\":\"A\",\"code\":\"1\",\"hours\":7.001}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("key_reused");
        assertThat(other.violations()).containsExactly("Idempotency-Key:key_reused");
    }

    @Test
    void bringsBackTheRecordAsItStands() {
        String body = "{\"name\":\"A\",\"code\":\"1\"}";
        var first = good(keyed.post(TASKS, body));
        String task = first.header("Location");
        good(admin.with("If-Match", "\"1\"").patch(task, "{\"code\":\"2\"}"));
        good(admin.post(TASKS, body));
        Publishing.publish(
                admin,
                "validation_rule/task.named",
                "{\"condition\":\"name == 'A'\",\"message\":{\"en\":\"Not A\"},\"field\":\"name\"}");
        var again = good(keyed.post(TASKS, body));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(task);
        assertThat(again.at("/code")).isEqualTo("2");
        assertThat(admin.with("Idempotency-Key", "other").post(TASKS, body).status())
                .as("a new request is refused by now")
                .isEqualTo(400);
        admin.with("If-Match", "\"2\"").delete(task);
        var gone = good(keyed.post(TASKS, body));
        assertThat(gone.header("Location")).isEqualTo(task);
        assertThat(gone.json().has("code")).isFalse();
    }

    @Test
    void changesARecordOnce() {
        String task = good(admin.post(TASKS, "{\"name\":\"A\",\"note\":\"x\"}")).header("Location");
        var change = keyed.with("If-Match", "\"1\"");
        var first = good(change.patch(task, "{\"hours\":1,\"note\":null}"));
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertSame(first, change.patch(task, "{\"hours\":1.0,\"note\":null}"));
        assertThat(change.patch(task, "{\"hours\":1}").code()).isEqualTo("key_reused");
        good(admin.with("If-Match", "\"2\"").patch(task, "{\"hours\":2}"));
        assertThat(good(change.patch(task, "{\"hours\":1,\"note\":null}")).at("/version"))
                .isEqualTo("3");
    }

    @Test
    void deletesARecordOnce() {
        String task = good(admin.post(TASKS, "{\"name\":\"A\"}")).header("Location");
        var delete = keyed.with("If-Match", "\"1\"");
        assertThat(delete.delete(task).status()).isEqualTo(204);
        assertThat(delete.delete(task).status()).isEqualTo(204);
        assertThat(admin.with("If-Match", "\"1\"").delete(task).status()).isEqualTo(404);
        String other = good(admin.post(TASKS, "{\"name\":\"B\"}")).header("Location");
        assertThat(delete.delete(other).code()).isEqualTo("key_reused");
    }

    @Test
    void makesABatchOnce() {
        String batch = "{\"records\":[{\"name\":\"A\",\"hours\":1.0},{\"name\":\"B\"}]}";
        var first = good(keyed.post(TASKS + "/batch", batch));
        assertSame(first, keyed.post(TASKS + "/batch", batch.replace("1.0", "1")));
        assertThat(count()).isEqualTo(2);
        assertThat(keyed.post(TASKS + "/batch", batch.replace("B", "C")).code()).isEqualTo("key_reused");
        assertThat(keyed.post(TASKS, "{\"name\":\"A\"}").code()).isEqualTo("key_reused");
    }

    @Test
    void makesOneOfThoseThatComeAtOnce() throws Exception {
        var ids = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 16)
                    .mapToObj(number -> threads.submit(() -> keyed.post(TASKS, "{\"name\":\"A\",\"code\":\"1\"}")))
                    .toList();
            for (var answer : answers) {
                ids.add(good(answer.get()).at("/id"));
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void keepsNoKeyOfARefusedRequest() {
        assertThat(keyed.post(TASKS, "{\"name\":\"A\",\"hours\":\"x\"}").status())
                .isEqualTo(400);
        good(keyed.post(TASKS, "{\"name\":\"A\",\"hours\":1}"));
        assertThat(admin.with("Idempotency-Key", "x".repeat(201))
                        .post(TASKS, "{\"name\":\"A\"}")
                        .violations())
                .containsExactly("Idempotency-Key:too_long");
    }

    @Test
    void keepsKeysOfMembersAndTenantsApart() { // T1
        var first = good(keyed.post(TASKS, "{\"name\":\"A\"}"));
        Publishing.publish(
                admin,
                "permission_set/clerk",
                "{\"label\":{\"en\":\"C\"},\"objects\":{\"task\":{\"create\":true,\"read\":true,\"rows\":\"own\"}}}");
        var invited = admin.post(
                "/api/v1/members", "{\"name\":\"M\",\"email\":\"clerk@one.example\",\"permissionSets\":[\"clerk\"]}");
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        var clerk = ApiClient.of(
                        context,
                        tenant,
                        TestIdentity.personOf("clerk@one.example").toString())
                .with("Idempotency-Key", "k");
        assertThat(good(clerk.post(TASKS, "{\"name\":\"B\"}")).at("/id")).isNotEqualTo(first.at("/id"));
    }

    @Test
    void saysSoInItsDescription() {
        var paths = admin.get("/api/v1/openapi.json").json().path("paths");
        for (String operation : List.of(
                "/~1api~1v1~1records~1task/post",
                "/~1api~1v1~1records~1task~1batch/post",
                "/~1api~1v1~1records~1task~1{id}/patch",
                "/~1api~1v1~1records~1task~1{id}/delete")) {
            assertThat(paths.at(operation)
                            .path("parameters")
                            .valueStream()
                            .map(one -> one.path("name").asString()))
                    .as(operation)
                    .contains("Idempotency-Key");
        }
    }

    private long count() {
        return admin.get(TASKS + "?count=exact").json().path("count").asLong();
    }

    private static void assertSame(Answer first, Answer again) {
        assertThat(again.status()).as(again.body()).isEqualTo(first.status());
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}

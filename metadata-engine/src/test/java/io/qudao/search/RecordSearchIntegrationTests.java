package io.qudao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Records of the tenant's own objects in search, as far as the caller may read them, however they are written. */
@HttpTest
class RecordSearchIntegrationTests {
    private static final String VISITS = "/api/v1/records/visit";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProbeSource probes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void publishVisits() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"},\"plural\":{\"en\":\"Visits\"}}",
                "field/visit.code",
                text(false),
                "field/visit.kind",
                "{\"label\":{\"en\":\"Kind\"},\"type\":\"picklist\",\"searchable\":true,\"options\":["
                        + "{\"value\":\"K1\",\"label\":{\"en\":\"Complaint\",\"zh-CN\":\"投诉\"}}]}",
                "field/visit.secret",
                text(true));
    }

    @Test
    void followsRecordsAsTheyAreWritten() {
        var visit = good(admin.post(VISITS, "{\"name\":\"南京拜访\",\"secret\":\"Zephyr\",\"kind\":\"K1\"}"));
        String path = visit.header("Location");
        awaitTitles(admin, "zephyr", "南京拜访");
        awaitTitles(admin, "投诉", "南京拜访");
        awaitTitles(admin, "南京 complaint", "南京拜访");
        good(admin.with("If-Match", "\"1\"").patch(path, "{\"secret\":\"Borealis\"}"));
        awaitTitles(admin, "borealis", "南京拜访");
        assertThat(titles(admin, "zephyr")).isEmpty();
        admin.with("If-Match", "\"2\"").delete(path);
        awaitTitles(admin, "borealis");
        good(admin.post(path + "/restore", ""));
        awaitTitles(admin, "borealis", "南京拜访");
        good(admin.post(VISITS + "/batch", "{\"records\":[{\"name\":\"B\",\"secret\":\"Batch 7\"}]}"));
        awaitTitles(admin, "batch", "B");
        assertThat(admin.get("/api/v1/search?q=batch&objects=visit").at("/items/0/object"))
                .isEqualTo("visit");
    }

    @Test
    void comesAndGoesWithTheField() {
        var records = IntStream.range(0, 450)
                .mapToObj(number -> "{\"name\":\"V\",\"code\":\"Quill%d\"}".formatted(number))
                .collect(Collectors.joining(",", "{\"records\":[", "]}"));
        good(admin.post(VISITS + "/batch", records));
        assertThat(states()).doesNotContainKey("code");
        Publishing.publish(admin, "field/visit.code", text(true));
        assertThat(states().get("code")).isIn("requested", "building");
        await().atMost(PATIENCE).until(() -> "enforced".equals(states().get("code")));
        assertThat(titles(admin, "quill449")).hasSize(1);
        assertThat(titles(admin, "quill0")).hasSize(1);
        Publishing.publish(admin, "field/visit.code", text(false));
        await().atMost(PATIENCE).until(() -> titles(admin, "quill449").isEmpty());
        assertThat(states()).doesNotContainKey("code");
    }

    @Test
    void takesOutAnObjectOfWhichNothingIsSearchableAnyMore() {
        good(admin.post(VISITS, "{\"name\":\"V\",\"secret\":\"Zephyr\"}"));
        awaitTitles(admin, "zephyr", "V");
        Publishing.publish(
                admin,
                "field/visit.secret",
                text(false),
                "field/visit.kind",
                "{\"label\":{\"en\":\"Kind\"},\"type\":\"picklist\",\"options\":[{\"value\":\"K1\",\"label\":{\"en\":\"C\"}}]}");
        assertThat(titles(admin, "zephyr")).isEmpty();
        await().atMost(PATIENCE).until(() -> rows("engine.search_document") == 0);
        assertThat(admin.get("/api/v1/search?q=x&objects=visit").violations()).containsExactly("objects:not_one_of");
    }

    @Test
    void findsNothingByWhatIsHidden() {
        Publishing.publish(
                admin,
                "permission_set/blind",
                "{\"label\":{\"en\":\"B\"},\"objects\":{\"visit\":{\"read\":true,\"hidden\":[\"secret\",\"name\"],\"rows\":\"all\"}}}");
        var blind = member("blind@one.example", "blind");
        good(admin.post(VISITS, "{\"name\":\"Anna\",\"secret\":\"Zephyr\",\"kind\":\"K1\"}"));
        awaitTitles(admin, "zephyr anna complaint", "Anna");
        assertThat(titles(blind, "zephyr")).isEmpty();
        assertThat(titles(blind, "anna")).isEmpty();
        assertThat(titles(blind, "complaint zephyr")).isEmpty();
        assertThat(titles(blind, "complaint")).containsExactly("");
    }

    @Test
    void findsOnlyRecordsThatTheCallerMayRead() {
        String own =
                "{\"label\":{\"en\":\"O\"},\"objects\":{\"visit\":{\"create\":true,\"read\":true,\"rows\":\"own\"}}}";
        Publishing.publish(
                admin,
                "permission_set/own",
                own,
                "permission_set/none",
                "{\"label\":{\"en\":\"N\"},\"permissions\":[]}");
        var owner = member("owner@one.example", "own");
        var other = member("other@one.example", "own");
        var stranger = member("stranger@one.example", "none");
        good(owner.post(VISITS, "{\"name\":\"Mine\",\"secret\":\"Zephyr\"}"));
        awaitTitles(owner, "zephyr", "Mine");
        assertThat(titles(admin, "zephyr")).containsExactly("Mine");
        assertThat(titles(other, "zephyr")).isEmpty();
        assertThat(titles(stranger, "zephyr")).isEmpty();
        var refused = stranger.get("/api/v1/search?q=x&objects=visit");
        assertThat(refused.violations()).containsExactly("objects:not_one_of");
        assertThat(refused.body()).doesNotContain("visit");
        assertThat(titles(ApiClient.admin(context, TenantFixture.create(context)), "zephyr"))
                .isEmpty(); // T1
    }

    @Test
    void indexesWhatWasThereBeforeTheIndexByItself() {
        probes.add(tenant, "Long forgotten");
        good(admin.post(VISITS, "{\"name\":\"V\",\"secret\":\"Zephyr\"}"));
        awaitTitles(admin, "zephyr", "V");
        assertThat(titles(admin, "forgotten")).isEmpty();
        TenantScope.run(
                Caller.platform(tenant),
                () -> transaction.executeWithoutResult(
                        status -> List.of("search_document", "search_posting", "search_object", "search_release")
                                .forEach(table ->
                                        jdbc.sql("delete from engine." + table).update())));
        awaitTitles(admin, "forgotten", "Long forgotten");
        awaitTitles(admin, "zephyr", "V");
    }

    private static String text(boolean searchable) {
        return "{\"label\":{\"en\":\"T\"},\"type\":\"text\",\"searchable\":%s}".formatted(searchable);
    }

    private Map<String, String> states() {
        return admin.get("/api/v1/metadata/objects/visit/constraints")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("searchable"))
                .collect(Collectors.toMap(
                        one -> one.path("field").asString(),
                        one -> one.path("state").asString()));
    }

    private long rows(String table) {
        return TenantScope.call(
                Caller.platform(tenant),
                () -> transaction.execute(status -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }

    private static void awaitTitles(ApiClient client, String query, String... titles) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(titles(client, query)).containsExactly(titles));
    }

    private static List<String> titles(ApiClient client, String query) {
        return client.get("/api/v1/search?limit=100&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .json()
                .path("items")
                .valueStream()
                .map(hit -> hit.path("title").asString())
                .toList();
    }

    private ApiClient member(String email, String set) {
        var invited = admin.post(
                "/api/v1/members",
                "{\"name\":\"M\",\"email\":\"%s\",\"permissionSets\":[\"%s\"]}".formatted(email, set));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}

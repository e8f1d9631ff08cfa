package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A plan reads the existing records and reports, with counts, what prevents it. */
@HttpTest
class PlanFindingsIntegrationTests {
    private static final String BASE = "/api/v1/metadata";
    private static final String CODE = "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"length\":40%s}";
    private static final String MOOD = "{\"label\":{\"en\":\"Mood\"},\"type\":\"picklist\",\"options\":[%s]}";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void publishVisits() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant).with("Accept-Language", "en");
        Publishing.publish(
                admin,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"}}",
                "field/visit.code",
                CODE.formatted(""),
                "field/visit.mood",
                MOOD.formatted(option("good") + "," + option("bad") + "," + option("odd")),
                "field/visit.rate",
                "{\"label\":{\"en\":\"Rate\"},\"type\":\"decimal\",\"precision\":10,\"scale\":2}");
        add("\"code\":\"A-1\",\"mood\":\"good\",\"rate\":12345.5");
        add("\"code\":\"a-1\",\"mood\":\"bad\",\"rate\":2");
        add("\"code\":\"b\",\"mood\":\"bad\"");
        add("\"code\":\"B\",\"mood\":\"odd\"");
        add("\"code\":\"b\"");
        add("\"code\":\"a code that is longer than others\"");
        add("\"rate\":1");
        var gone = add("\"code\":\"b\",\"mood\":\"bad\"");
        admin.with("If-Match", "\"1\"").delete(gone);
    }

    private String add(String values) {
        var created = admin.post("/api/v1/records/visit", "{\"name\":\"v\"," + values + "}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location");
    }

    private static String option(String value) {
        return "{\"value\":\"%s\",\"label\":{\"en\":\"%s\"}}".formatted(value, value);
    }

    private void put(String component, String document) {
        var put = admin.put(BASE + "/components/" + component, document);
        assertThat(put.status()).as(put.body()).isEqualTo(200);
    }

    private static JsonNode demand(ApiClient client, String asked) {
        return client.get(BASE + "/plan")
                .json()
                .path("demands")
                .valueStream()
                .filter(demand -> demand.path("demand").asString().equals(asked))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatStandsAgainstAConstraint() {
        put("field/visit.code", CODE.formatted(",\"unique\":true,\"required\":true,\"filterable\":true"));
        put("field/visit.late", "{\"label\":{\"en\":\"Late\"},\"type\":\"text\",\"required\":true}");
        var unique = demand(admin, "unique");
        assertThat(unique.path("name").asString()).isEqualTo("visit.code");
        assertThat(unique.path("state").asString()).isEqualTo("requested");
        assertThat(unique.path("against").asInt()).isEqualTo(5);
        assertThat(unique.path("examples")).hasSize(2);
        assertThat(unique.path("examples").get(0).path("count").asInt()).isEqualTo(3);
        assertThat(unique.path("examples").get(1).path("value").asString()).isEqualToIgnoringCase("a-1");
        assertThat(unique.path("message").asString()).startsWith("Records that share a value with another record: 5.");
        assertThat(demand(admin, "required").path("against").asInt()).isEqualTo(1);
        assertThat(demand(admin, "filterable").path("against").asInt()).isZero();
        assertThat(demand(admin, "filterable").path("message").asString()).isEmpty();
        var late = admin.get(BASE + "/plan")
                .json()
                .path("demands")
                .valueStream()
                .filter(demand -> demand.path("name").asString().equals("visit.late"))
                .findFirst()
                .orElseThrow();
        assertThat(late.path("against").asInt()).isEqualTo(7);
        assertThat(demand(admin.with("Accept-Language", "zh-CN"), "unique")
                        .path("message")
                        .asString())
                .startsWith("有 5 条记录的值与其他记录重复");
    }

    @Test
    void publishesWhatRecordsStandAgainstAndKeepsItFromThenOn() {
        put("field/visit.code", CODE.formatted(",\"unique\":true,\"required\":true,\"filterable\":true"));
        put("field/visit.late", "{\"label\":{\"en\":\"Late\"},\"type\":\"text\",\"required\":true}");
        assertThat(admin.post(BASE + "/publish", "{}").status()).isEqualTo(201);
        assertThat(admin.post("/api/v1/records/visit", "{\"name\":\"v\",\"code\":\"n\"}")
                        .violations())
                .containsExactly("late:required");
        assertThat(admin.get(BASE + "/objects/visit/constraints")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("field").asString() + " "
                                + one.path("kind").asString() + " "
                                + one.path("state").asString() + " "
                                + one.path("against")))
                .containsExactly(
                        "code unique failed 5",
                        "code filterable building 0",
                        "code required failed 1",
                        "late required failed 7");
    }

    @Test
    void countsTheUsersOfOptionsThatGo() {
        put("field/visit.mood", MOOD.formatted(option("good")));
        var options = demand(admin, "options");
        assertThat(options.path("against").asInt()).isEqualTo(3);
        assertThat(options.path("examples").valueStream().map(JsonNode::toString))
                .containsExactly("{\"value\":\"bad\",\"count\":2}", "{\"value\":\"odd\",\"count\":1}");
        assertThat(admin.post(BASE + "/publish", "{}").code()).isEqualTo("metadata.destructive");
        assertThat(admin.post(BASE + "/publish", "{\"destructive\":true}").status())
                .isEqualTo(201);
    }

    @Test
    void countsWhatWouldNotFitAndRefusesIt() {
        put("field/visit.code", "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"length\":10}");
        put("field/visit.rate", "{\"label\":{\"en\":\"R\"},\"type\":\"decimal\",\"precision\":6,\"scale\":2}");
        put("field/visit.mood", "{\"label\":{\"en\":\"Mood\"},\"type\":\"text\"}");
        assertThat(demand(admin, "length").path("against").asInt()).isEqualTo(1);
        assertThat(demand(admin, "length").path("message").asString())
                .isEqualTo("Records with more than 10 characters: 1.");
        assertThat(demand(admin, "precision").path("against").asInt()).isEqualTo(1);
        assertThat(demand(admin, "type").path("against").asInt()).isEqualTo(4);
        assertThat(admin.post(BASE + "/publish", "{\"destructive\":true}").violations())
                .containsExactlyInAnyOrder(
                        "field/visit.code/length:metadata.narrowed",
                        "field/visit.rate/precision:metadata.narrowed",
                        "field/visit.mood/type:metadata.retyped");
    }

    @Test
    void tellsValuesOnlyToWhoMayReadThem() {
        Publishing.publish(
                admin,
                "permission_set/designer",
                "{\"label\":{\"en\":\"D\"},\"permissions\":[\"metadata.read\"],\"objects\":{\"visit\":"
                        + "{\"read\":true,\"hidden\":[\"code\"],\"rows\":\"all\"}}}");
        var designer = member("designer");
        put("field/visit.code", CODE.formatted(",\"unique\":true"));
        String draft = admin.get(BASE + "/draft").at("/id");
        var unique = designer.get(BASE + "/plan?changeSet=" + draft)
                .json()
                .path("demands")
                .get(0);
        assertThat(unique.path("against").asInt()).isEqualTo(5);
        assertThat(unique.path("examples")).isEmpty();
    }

    @Test
    void takesExamplesFromRecordsThatTheReaderMayReadOnly() {
        Publishing.publish(
                admin,
                "permission_set/designer",
                "{\"label\":{\"en\":\"D\"},\"permissions\":[\"metadata.read\"],\"objects\":{\"visit\":"
                        + "{\"create\":true,\"read\":true}}}");
        var designer = member("designer");
        for (String code : new String[] {"mine", "Mine", "b"}) {
            designer.post("/api/v1/records/visit", "{\"name\":\"v\",\"code\":\"%s\"}".formatted(code));
        }
        put("field/visit.code", CODE.formatted(",\"unique\":true"));
        String draft = admin.get(BASE + "/draft").at("/id");
        var unique = designer.get(BASE + "/plan?changeSet=" + draft)
                .json()
                .path("demands")
                .get(0);
        assertThat(unique.path("against").asInt()).isEqualTo(8);
        assertThat(unique.path("examples")).singleElement().satisfies(example -> {
            assertThat(example.path("value").asString()).isEqualToIgnoringCase("mine");
            assertThat(example.path("count").asInt()).isEqualTo(2);
        });
    }

    private ApiClient member(String set) {
        String email = tenant.slug() + ".m@one.example";
        admin.post(
                "/api/v1/members",
                "{\"name\":\"D\",\"email\":\"%s\",\"permissionSets\":[\"%s\"]}".formatted(email, set));
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }
}

package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Records over REST, of an object that the tenant has published. */
@HttpTest
class RecordControllerIntegrationTests {
    private static final String VISITS = "/api/v1/records/visit";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void publishVisits() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        publishVisits(admin);
    }

    static void publishVisits(ApiClient client) {
        Publishing.publish(
                client,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\",\"zh-CN\":\"拜访\"}}",
                "field/visit.guests",
                "{\"label\":{\"en\":\"Guests\"},\"type\":\"integer\",\"filterable\":true}",
                "field/visit.cost",
                "{\"label\":{\"en\":\"Cost\"},\"type\":\"money\"}",
                "field/visit.secret",
                "{\"label\":{\"en\":\"Secret\"},\"type\":\"text\",\"filterable\":true}",
                "field/visit.before",
                "{\"label\":{\"en\":\"Before\"},\"type\":\"lookup\",\"target\":\"visit\"}",
                "field/visit.code",
                "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"unique\":true}",
                "validation_rule/visit.not_too_many",
                "{\"condition\":\"guests > 100\",\"message\":{\"en\":\"Too"
                        + " many\",\"zh-CN\":\"太多\"},\"field\":\"guests\"}");
    }

    @Test
    void goesThroughTheLifeOfARecord() {
        var created =
                admin.post(VISITS, "{\"name\":\"客户\",\"guests\":3,\"cost\":{\"amount\":12.5,\"currency\":\"CNY\"}}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        String path = created.header("Location");
        assertThat(path).isEqualTo(VISITS + "/" + id(created));
        var read = admin.get(path);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.body()).contains("\"cost\":{\"amount\":\"12.50\",\"currency\":\"CNY\"}");
        assertThat(read.json().path("secret").isNull()).isTrue();

        var patched = admin.with("If-Match", "\"1\"").patch(path, "{\"guests\":null,\"secret\":\"x\"}");
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.header("ETag")).isEqualTo("\"2\"");
        assertThat(patched.json().path("guests").isNull()).isTrue();
        assertThat(admin.get(path).json()).isEqualTo(patched.json());

        assertThat(admin.with("If-Match", "\"1\"").patch(path, "{\"guests\":1}").status())
                .isEqualTo(412);
        assertThat(admin.with("If-Match", "\"1\"").delete(path).status()).isEqualTo(412);
        assertThat(admin.patch(path, "{\"guests\":1}").status()).isEqualTo(428);
        assertThat(admin.delete(path).code()).isEqualTo("record.version_required");
        assertThat(admin.with("If-Match", "W/1").patch(path, "{\"guests\":1}").status())
                .isEqualTo(400);

        assertThat(admin.with("If-Match", "\"2\"").delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(items(VISITS)).isEmpty();
        assertThat(items(VISITS + "?deleted=true")).hasSize(1);
        var back = admin.post(path + "/restore", "");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(admin.get(path).header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void listsPageByPage() {
        var records = new StringBuilder("{\"records\":[");
        for (int number = 1; number <= 30; number++) {
            records.append(number > 1 ? "," : "")
                    .append("{\"name\":\"v%02d\",\"guests\":%d}".formatted(number, number % 7));
        }
        var batch = admin.post(VISITS + "/batch", records + "]}");
        assertThat(batch.status()).as(batch.body()).isEqualTo(201);
        assertThat(batch.json().path("ids")).hasSize(30);

        String query =
                "?filter=" + encoded("guests >= 3") + "&sort=-guests,name&fields=name,guests&limit=6&count=exact";
        var first = admin.get(VISITS + query).json();
        assertThat(first.path("count").asInt()).isEqualTo(16);
        assertThat(names(first)).containsExactly("v06", "v13", "v20", "v27", "v05", "v12");
        assertThat(first.path("items").get(0).propertyNames()).containsExactly("id", "version", "name", "guests");
        var second = admin.get(VISITS + query + "&cursor=" + first.path("next").asString())
                .json();
        assertThat(names(second)).containsExactly("v19", "v26", "v04", "v11", "v18", "v25");
        var third = admin.get(VISITS + query + "&cursor=" + second.path("next").asString())
                .json();
        assertThat(names(third)).containsExactly("v03", "v10", "v17", "v24");
        assertThat(third.path("next").isNull()).isTrue();

        var posted = admin.post(
                VISITS + "/query",
                "{\"filter\":\"guests >= 3\",\"sort\":[\"-guests\",\"name\"],\"limit\":6,\"count\":\"exact\"}");
        assertThat(names(posted.json())).isEqualTo(names(first));
    }

    @Test
    void namesTheRecordsReferredTo() {
        var first = admin.post(VISITS, "{\"name\":\"first\"}");
        admin.post(VISITS, "{\"name\":\"second\",\"before\":\"" + id(first) + "\"}");
        var list = admin.get(VISITS + "?labels=true").json();
        assertThat(list.path("labels").path(id(first)).asString()).isEqualTo("first");
    }

    @Test
    void refusesBadInputWithFieldAndReason() {
        assertThat(admin.post(VISITS, "{\"name\":\"x\",").code()).isEqualTo("malformed");
        assertThat(admin.post(VISITS, "[]").status()).isEqualTo(400);
        assertThat(admin.post(VISITS, "{\"name\":\"a\",\"name\":\"b\"}").status())
                .isEqualTo(400);
        assertThat(admin.post(VISITS, "{\"nmae\":\"x\",\"guests\":\"many\",\"id\":\"y\",\"cost\":[1]}")
                        .violations())
                .containsExactlyInAnyOrder(
                        "name:required",
                        "nmae:unknown_field",
                        "guests:wrong_type",
                        "id:record.read_only",
                        "cost:wrong_type");
        var crowd = admin.post(VISITS, "{\"name\":\"x\",\"guests\":101}");
        assertThat(crowd.violations()).containsExactly("guests:record.rule");
        assertThat(crowd.json().path("violations").get(0).path("message").asString())
                .isEqualTo("太多");
        var batch = admin.post(
                VISITS + "/batch",
                "{\"records\":[{\"name\":\"a\",\"code\":\"1\"},{\"name\":\"b\",\"code\":\"1\"},{}]}");
        assertThat(batch.violations()).containsExactlyInAnyOrder("code:record.taken", "name:required");
        assertThat(batch.json()
                        .path("violations")
                        .valueStream()
                        .map(wrong -> wrong.path("row").asInt()))
                .containsExactlyInAnyOrder(2, 3);
        assertThat(admin.post(VISITS + "/batch", "{}").violations()).containsExactly("records:required");
        assertThat(items(VISITS)).isEmpty();
    }

    @Test
    void refusesBadQueriesWithFieldAndReason() {
        var filter = admin.get(VISITS + "?filter=" + encoded("guests => 3"));
        assertThat(filter.status()).isEqualTo(400);
        assertThat(filter.code()).isEqualTo("expression.invalid");
        assertThat(filter.json().path("violations").get(0).path("message").asString())
                .contains("8", "==");
        assertThat(admin.get(VISITS + "?sort=colour").violations()).containsExactly("sort:unknown_field");
        assertThat(admin.get(VISITS + "?fields=colour").violations()).containsExactly("fields:unknown_field");
        assertThat(admin.get(VISITS + "?limit=201").violations()).containsExactly("limit:out_of_range");
        assertThat(admin.get(VISITS + "?limit=x").violations()).containsExactly("limit:out_of_range");
        assertThat(admin.get(VISITS + "?filtre=true&count=some&labels=1").violations())
                .containsExactlyInAnyOrder("filtre:unknown_field", "count:not_one_of", "labels:not_one_of");
        assertThat(admin.get(VISITS + "?limit=1&limit=2").violations()).containsExactly("limit:record.given_twice");
        assertThat(admin.get(VISITS + "?cursor=nonsense").violations()).containsExactly("cursor:malformed");
        assertThat(admin.post(VISITS + "/query", "{\"filter\":\"true\",\"order\":\"name\"}")
                        .violations())
                .containsExactly("order:unknown_field");
        assertThat(admin.get("/api/v1/records/nothing").code()).isEqualTo("record.unknown_object");
    }

    @Test
    void findsNothingOfAnotherTenant() { // T1
        var created = admin.post(VISITS, "{\"name\":\"mine\",\"code\":\"1\"}");
        var other = TenantFixture.create(context);
        var stranger = ApiClient.admin(context, other);
        String path = created.header("Location");
        assertThat(stranger.get(path).code()).isEqualTo("record.unknown_object");
        publishVisits(stranger);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.with("If-Match", "\"1\"")
                        .patch(path, "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.with("If-Match", "\"1\"").delete(path).status()).isEqualTo(404);
        assertThat(stranger.post(path + "/restore", "").status()).isEqualTo(404);
        assertThat(stranger.get(VISITS + "?count=exact").json().path("count").asInt())
                .isZero();
        assertThat(stranger.post(VISITS, "{\"name\":\"x\",\"before\":\"" + id(created) + "\"}")
                        .violations())
                .containsExactly("before:record.target_missing");
        assertThat(stranger.post(VISITS, "{\"name\":\"x\",\"code\":\"1\"}").status())
                .isEqualTo(201);
        assertThat(admin.get(VISITS + "/" + Ids.next()).status()).isEqualTo(404);
        assertThat(admin.get(VISITS + "/1").status()).isEqualTo(404);
    }

    @Test
    void showsAMemberWhatPermissionSetsGrant() { // S0-22
        Publishing.publish(
                admin,
                "permission_set/reader",
                "{\"label\":{\"en\":\"R\"},\"objects\":{\"visit\":{\"read\":true,\"hidden\":[\"secret\"],\"rows\":\"all\"}}}",
                "permission_set/visitor",
                "{\"label\":{\"en\":\"V\"},\"objects\":{\"visit\":{\"create\":true,\"read\":true,\"update\":true,"
                        + "\"hidden\":[\"secret\"],\"readOnly\":[\"cost\"],\"rows\":\"own\"}}}");
        var theirs = admin.post(VISITS, "{\"name\":\"theirs\",\"secret\":\"s\"}");
        var member = member("wang@one.example", "visitor");
        var own = member.post(VISITS, "{\"name\":\"own\"}");
        assertThat(own.status()).as(own.body()).isEqualTo(201);
        assertThat(own.json().has("secret")).isFalse();
        assertThat(names(member.get(VISITS).json())).containsExactly("own");
        assertThat(member.get(theirs.header("Location")).status()).isEqualTo(404);
        assertThat(member.get(VISITS + "?filter=" + encoded("secret == 's'")).violations())
                .containsExactly("filter:expression.unknown_field");
        assertThat(member.get(VISITS + "?sort=secret").violations()).containsExactly("sort:unknown_field");
        assertThat(member.post(VISITS, "{\"name\":\"x\",\"secret\":\"y\",\"cost\":1}")
                        .violations())
                .containsExactlyInAnyOrder("secret:unknown_field", "cost:record.read_only");
        assertThat(member.with("If-Match", "\"1\"")
                        .delete(own.header("Location"))
                        .status())
                .isEqualTo(403);

        var both = member("zhao@one.example", "visitor", "reader");
        assertThat(names(both.get(VISITS).json())).containsExactly("theirs", "own");
        assertThat(both.with("If-Match", "\"1\"")
                        .patch(theirs.header("Location"), "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(member("nobody@one.example").get(VISITS).code()).isEqualTo("forbidden");
    }

    @Test
    void handsARecordOverByARightOfItsOwn() {
        Publishing.publish(
                admin,
                "permission_set/giver",
                "{\"label\":{\"en\":\"G\"},\"objects\":{\"visit\":{\"create\":true,\"read\":true,\"update\":true,\"assign\":true}}}",
                "permission_set/keeper",
                "{\"label\":{\"en\":\"K\"},\"objects\":{\"visit\":{\"create\":true,\"read\":true,\"update\":true}}}");
        var giver = member("giver@one.example", "giver");
        var keeper = member("keeper@one.example", "keeper");
        String to = keeper.get("/api/v1/me").at("/member/id");
        String from = giver.get("/api/v1/me").at("/member/id");
        var created = giver.post(VISITS, "{\"name\":\"a\"}");
        assertThat(created.at("/owner")).isEqualTo(from);
        assertThat(created.at("/created_by")).isEqualTo(from);
        assertThat(names(giver.get(VISITS + "?filter=" + encoded("owner == '" + from + "'"))
                        .json()))
                .containsExactly("a");
        assertThat(names(admin.get(VISITS + "?filter=" + encoded("created_by == '" + from + "'"))
                        .json()))
                .containsExactly("a");
        assertThat(keeper.post(VISITS, "{\"name\":\"b\",\"owner\":\"" + from + "\"}")
                        .violations())
                .containsExactly("owner:record.read_only");
        String path = created.header("Location");
        assertThat(giver.with("If-Match", "\"1\"")
                        .patch(path, "{\"owner\":\"" + Ids.next() + "\"}")
                        .violations())
                .containsExactly("owner:record.target_missing");
        var given = giver.with("If-Match", "\"1\"").patch(path, "{\"owner\":\"" + to + "\"}");
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.at("/owner")).isEqualTo(to);
        assertThat(giver.get(path).status()).isEqualTo(404);
        assertThat(keeper.get(path).at("/created_by")).isEqualTo(from);
        assertThat(keeper.with("If-Match", "\"2\"")
                        .patch(path, "{\"owner\":\"" + from + "\"}")
                        .violations())
                .containsExactly("owner:record.read_only");
    }

    @Test
    void keepsToTheRecordTypesOfTheObject() {
        assertThat(admin.post(VISITS, "{\"name\":\"a\",\"record_type\":\"x\"}").violations())
                .containsExactly("record_type:record.read_only");
        Publishing.publish(
                admin,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"},\"recordTypes\":[{\"value\":\"audit\",\"label\":{\"en\":\"Audit\"}}]}");
        var created = admin.post(VISITS, "{\"name\":\"a\",\"record_type\":\"audit\"}");
        assertThat(created.at("/record_type")).as(created.body()).isEqualTo("audit");
        assertThat(names(admin.get(VISITS + "?filter=" + encoded("record_type == 'audit'"))
                        .json()))
                .containsExactly("a");
        assertThat(admin.post(VISITS, "{\"name\":\"a\",\"record_type\":\"x\"}").violations())
                .containsExactly("record_type:not_one_of");
    }

    @Test
    void fillsDefaultsInWhereOthersNeedThem() {
        Publishing.publish(
                admin,
                "field/visit.first",
                "{\"label\":{\"en\":\"F\"},\"type\":\"integer\",\"default\":\"second + 1\"}",
                "field/visit.second",
                "{\"label\":{\"en\":\"S\"},\"type\":\"integer\",\"default\":\"third * 2\"}",
                "field/visit.third",
                "{\"label\":{\"en\":\"T\"},\"type\":\"integer\",\"default\":\"5\"}");
        assertThat(admin.post(VISITS, "{\"name\":\"a\"}").json().path("first").asInt())
                .isEqualTo(11);
        assertThat(admin.post(VISITS, "{\"name\":\"a\",\"second\":1}")
                        .json()
                        .path("first")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void tellsRulesInTheReadersLanguage() {
        assertThat(admin.with("Accept-Language", "en")
                        .post(VISITS, "{\"name\":\"a\",\"guests\":101}")
                        .body())
                .contains("Too many");
        assertThat(admin.with("Accept-Language", "zh-CN")
                        .post(VISITS, "{\"name\":\"a\",\"guests\":101}")
                        .body())
                .contains("太多");
    }

    /** Whatever may be asked, a hidden field is as if it were not there. */
    private ApiClient member(String email, String... sets) {
        var invited = admin.post(
                "/api/v1/members",
                "{\"name\":\"M\",\"email\":\"%s\",\"permissionSets\":[%s]}"
                        .formatted(email, sets.length == 0 ? "" : "\"" + String.join("\",\"", sets) + "\""));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }

    private List<JsonNode> items(String path) {
        return admin.get(path).json().path("items").valueStream().toList();
    }

    private static List<String> names(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a tenant asks of the records of standard objects is asked by every way of writing them. */
@HttpTest
class SameDemandsIntegrationTests {
    private static final String METADATA = "/api/v1/metadata";

    @Autowired
    private ApplicationContext context;

    private ApiClient admin;

    @BeforeEach
    void signUp() {
        admin = ApiClient.admin(context, TenantFixture.create(context));
    }

    @Test
    void demandsTheSameByEveryWay() {
        Publishing.publish(
                admin,
                "field/partner.grade",
                "{\"label\":{\"en\":\"Grade\",\"zh-CN\":\"等级\"},\"type\":\"text\",\"required\":true}",
                "field/partner.licence",
                "{\"label\":{\"en\":\"Licence\",\"zh-CN\":\"执照\"},\"type\":\"text\",\"unique\":true}",
                "validation_rule/partner.city_of_outlets",
                "{\"condition\":\"role == 'OUTLET' && city == ''\",\"message\":{\"en\":\"Where?\",\"zh-CN\":\"在哪\"},"
                        + "\"field\":\"city\"}");
        assertThat(admin.post("/api/v1/records/partner", "{\"code\":\"A\",\"name\":\"A\",\"role\":\"OUTLET\"}")
                        .violations())
                .containsExactly("grade:required");
        assertThat(admin.post("/api/v1/partners", "{\"code\":\"A\",\"name\":\"A\",\"role\":\"outlet\"}")
                        .violations())
                .containsExactly("custom.grade:required");
        assertThat(admin.post(
                                "/api/v1/records/partner",
                                "{\"code\":\"A\",\"name\":\"A\",\"role\":\"OUTLET\",\"grade\":\"1\"}")
                        .violations())
                .containsExactly("city:record.rule");
        assertThat(admin.post(
                                "/api/v1/partners",
                                "{\"code\":\"A\",\"name\":\"A\",\"role\":\"outlet\",\"custom\":{\"grade\":\"1\"}}")
                        .violations())
                .containsExactly("city:record.rule");
        refusesATakenValueByEveryWay();
    }

    private void refusesATakenValueByEveryWay() {
        good(admin.post(
                "/api/v1/partners",
                "{\"code\":\"A\",\"name\":\"A\",\"role\":\"dealer\",\"custom\":{\"grade\":\"1\",\"licence\":\"L\"}}"));
        assertThat(admin.post(
                                "/api/v1/records/partner",
                                "{\"code\":\"B\",\"name\":\"B\",\"role\":\"DEALER\",\"grade\":\"1\",\"licence\":\"l\"}")
                        .violations())
                .containsExactly("licence:record.taken");
        assertThat(admin.post(
                                "/api/v1/partners",
                                "{\"code\":\"B\",\"name\":\"B\",\"role\":\"dealer\",\"custom\":{\"grade\":\"1\","
                                        + "\"licence\":\"l\"}}")
                        .violations())
                .containsExactly("custom.licence:record.taken");
    }

    @Test
    void judgesAChangeByWhatIsStoredByEveryWay() {
        String head = admin.get("/api/v1/me").json().path("partner").asString();
        String above = id(admin.post("/api/v1/partners", "{\"code\":\"D\",\"name\":\"D\",\"role\":\"distributor\"}"));
        String one = below(above, "S1");
        String other = below(above, "S2");
        Publishing.publish(
                admin,
                "validation_rule/partner.first_tier",
                "{\"condition\":\"tier == 2 && parent.role == 'HEAD_OFFICE'\",\"message\":{\"en\":\"No\",\"zh-CN\":\"否\"},"
                        + "\"field\":\"tier\"}");
        String move = "{\"code\":\"%s\",\"name\":\"S\",\"role\":\"outlet\",\"parent\":\"%s\"%s}";
        assertThat(put("/api/v1/partners/" + one, move.formatted("S1", head, ",\"tier\":2"))
                        .violations())
                .containsExactly("tier:record.rule");
        assertThat(patch(one, "{\"parent\":\"%s\",\"tier\":2}".formatted(head)).violations())
                .containsExactly("tier:record.rule");
        assertThat(good(put("/api/v1/partners/" + one, move.formatted("S1", head, "")))
                        .at("/tier"))
                .isEqualTo("1");
        assertThat(good(patch(other, "{\"parent\":\"%s\"}".formatted(head))).at("/tier"))
                .isEqualTo("1");
    }

    @Test
    void refusesAnEmptiedOrTakenValueOfAChangeByEveryWay() {
        Publishing.publish(
                admin,
                "field/partner.grade",
                "{\"label\":{\"en\":\"Grade\",\"zh-CN\":\"等级\"},\"type\":\"text\",\"required\":true}",
                "field/partner.licence",
                "{\"label\":{\"en\":\"Licence\",\"zh-CN\":\"执照\"},\"type\":\"text\",\"unique\":true}");
        String body = "{\"code\":\"%1$s\",\"name\":\"N\",\"role\":\"dealer\",\"custom\":{%2$s}}";
        good(admin.post("/api/v1/partners", body.formatted("A", "\"grade\":\"1\",\"licence\":\"L\"")));
        String changed = id(admin.post("/api/v1/partners", body.formatted("B", "\"grade\":\"1\"")));
        assertThat(put("/api/v1/partners/" + changed, body.formatted("B", "\"grade\":null"))
                        .violations())
                .containsExactly("custom.grade:required");
        assertThat(patch(changed, "{\"grade\":null}").violations()).containsExactly("grade:required");
        assertThat(put("/api/v1/partners/" + changed, body.formatted("B", "\"licence\":\"l\""))
                        .violations())
                .containsExactly("custom.licence:record.taken");
        assertThat(patch(changed, "{\"licence\":\"l\"}").violations()).containsExactly("licence:record.taken");
        assertThat(good(patch(changed, "{\"licence\":\"M\",\"name\":\"O\"}")).at("/licence"))
                .isEqualTo("M");
        assertThat(admin.get("/api/v1/partners/" + changed).header("ETag"))
                .isEqualTo(admin.get("/api/v1/records/partner/" + changed).header("ETag"));
    }

    private String below(String parent, String code) {
        return id(admin.post(
                "/api/v1/partners",
                "{\"code\":\"%s\",\"name\":\"S\",\"role\":\"outlet\",\"parent\":\"%s\"}".formatted(code, parent)));
    }

    private Answer patch(String partner, String values) {
        String path = "/api/v1/records/partner/" + partner;
        return admin.with("If-Match", admin.get(path).header("ETag")).patch(path, values);
    }

    @Test
    void leavesAloneWhatWasEmptyBeforeAFieldWasRequired() {
        var path = "/api/v1/partners/"
                + id(admin.post("/api/v1/partners", "{\"code\":\"O\",\"name\":\"O\",\"role\":\"dealer\"}"));
        Publishing.publish(
                admin,
                "field/partner.grade",
                "{\"label\":{\"en\":\"Grade\",\"zh-CN\":\"等级\"},\"type\":\"text\",\"required\":true}");
        good(put(path, "{\"code\":\"O\",\"name\":\"Old\",\"role\":\"dealer\"}"));
        good(put(path, "{\"code\":\"O\",\"name\":\"Old\",\"role\":\"dealer\",\"custom\":{\"grade\":\"1\"}}"));
        assertThat(put(path, "{\"code\":\"O\",\"name\":\"Old\",\"role\":\"dealer\",\"custom\":{\"grade\":null}}")
                        .violations())
                .containsExactly("custom.grade:required");
    }

    @Test
    void tellsWhatStandsAgainstAStandardFieldThatTheTenantRequires() {
        var path = "/api/v1/partners/"
                + id(admin.post("/api/v1/partners", "{\"code\":\"O\",\"name\":\"O\",\"role\":\"dealer\"}"));
        assertThat(admin.put(METADATA + "/components/field/partner.phone", "{\"required\":true}")
                        .status())
                .isEqualTo(200);
        var plan = admin.get(METADATA + "/plan");
        assertThat(plan.at("/demands/0/name")).as(plan.body()).isEqualTo("partner.phone");
        assertThat(plan.at("/demands/0/against")).isEqualTo("2");
        assertThat(admin.post(METADATA + "/publish", "{}").status()).isEqualTo(201);
        assertThat(constraints()).containsExactly("phone required failed 2");
        assertThat(admin.post("/api/v1/partners", "{\"code\":\"P\",\"name\":\"P\",\"role\":\"dealer\"}")
                        .violations())
                .hasSize(1);
        good(put(path, "{\"code\":\"O\",\"name\":\"O\",\"role\":\"dealer\",\"address\":{\"phone\":\"1\"}}"));
        good(patch(admin.get("/api/v1/me").at("/partner"), "{\"phone\":\"2\"}"));
        assertThat(constraints()).containsExactly("phone required enforced 0");
    }

    @Test
    void tellsWhatStandsAgainstAUniqueFieldOfAStandardObject() {
        String licence = "{\"label\":{\"en\":\"Licence\",\"zh-CN\":\"执照\"},\"type\":\"text\",\"unique\":%s}";
        String body = "{\"code\":\"%s\",\"name\":\"N\",\"role\":\"dealer\",\"custom\":{\"licence\":\"%s\"}}";
        Publishing.publish(admin, "field/partner.licence", licence.formatted(false));
        good(admin.post("/api/v1/partners", body.formatted("A", "l-1")));
        String twin = id(admin.post("/api/v1/partners", body.formatted("B", "L-1")));
        Publishing.publish(admin, "field/partner.licence", licence.formatted(true));
        assertThat(constraints()).containsExactly("licence unique failed 2");
        good(patch(twin, "{\"licence\":\"l-2\"}"));
        assertThat(constraints())
                .singleElement()
                .asString()
                .startsWith("licence unique ")
                .endsWith(" 0");
        assertThat(admin.post("/api/v1/partners", body.formatted("C", "L-2")).violations())
                .containsExactly("custom.licence:record.taken");
    }

    private List<String> constraints() {
        return admin.get(METADATA + "/objects/partner/constraints")
                .json()
                .path("items")
                .valueStream()
                .map(one -> "%s %s %s %s"
                        .formatted(
                                one.path("field").asString(),
                                one.path("kind").asString(),
                                one.path("state").asString(),
                                one.path("against").asString()))
                .toList();
    }

    private Answer put(String path, String body) {
        return admin.with("If-Match", admin.get(path).header("ETag")).put(path, body);
    }

    private static String id(Answer answer) {
        return good(answer).json().path("id").asString();
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return answer;
    }
}

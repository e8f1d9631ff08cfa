package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** From an edit to a release and back, over REST. */
@HttpTest
class MetadataEndpointsIntegrationTests {
    private static final String BASE = "/api/v1/metadata";
    private static final String VISIT = "{\"label\":{\"en\":\"Visit\",\"zh-CN\":\"拜访\"}}";
    private static final String SCORE = "{\"label\":{\"en\":\"Score\"},\"type\":\"integer\",\"filterable\":true}";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
    }

    @Test
    void publishesAnObjectWithAField() {
        assertThat(admin.get(BASE + "/objects").json().path("release").asInt()).isZero();
        put("object/visit", VISIT);
        var draft = put("field/visit.score", SCORE);
        assertThat(draft.path("base").asInt()).isZero();
        assertThat(draft.path("changed")).hasSize(2);
        assertThat(draft.path("changedBy").asString()).isEqualTo("Admin");
        assertThat(admin.get(BASE + "/objects/visit").status()).isEqualTo(404);

        var plan = admin.get(BASE + "/plan").json();
        assertThat(plan.path("changes")).hasSize(2);
        assertThat(plan.path("violations")).isEmpty();
        assertThat(plan.path("slots").get(0).path("column").asString()).isEqualTo("n1");
        assertThat(plan.path("slots").get(0).path("state").asString()).isEqualTo("ready");

        var release = publish("First");
        assertThat(release.path("number").asInt()).isEqualTo(1);
        assertThat(release.path("changes").asInt()).isEqualTo(2);
        var visit = admin.get(BASE + "/objects/visit").json();
        assertThat(visit.path("release").asInt()).isEqualTo(1);
        assertThat(visit.path("label").path("zh-CN").asString()).isEqualTo("拜访");
        assertThat(visit.path("fields")
                        .valueStream()
                        .map(field -> field.path("name").asString()))
                .containsExactly(
                        "name",
                        "created_at",
                        "updated_at",
                        "owner",
                        "owner_partner",
                        "created_by",
                        "record_type",
                        "score");
        assertThat(admin.get(BASE + "/draft").json().path("changed")).isEmpty();
        assertThat(admin.get(BASE + "/releases").json().path("items"))
                .singleElement()
                .isEqualTo(release);
    }

    @Test
    void changesNothingWhereTheSameIsPutAgain() { // PP-43
        put("object/visit", VISIT);
        put("field/visit.score", SCORE);
        publish("First");
        put("object/visit", "{\r\n  \"label\": {\"zh-CN\": \"拜访\", \"en\": \"Visit\"}\r\n}\r\n");
        put(
                "field/visit.score",
                "{\"filterable\":true,\"unique\":false,\"type\":\"integer\",\"label\":{\"en\":\"Score\"},"
                        + "\"required\":false}");
        assertThat(admin.get(BASE + "/plan").json().path("changes")).isEmpty();
    }

    @Test
    void rollsBackWithTheSameIds() {
        put("object/visit", VISIT);
        put("field/visit.score", SCORE);
        publish("First");
        assertThat(admin.delete(BASE + "/components/object/visit").json().path("removed"))
                .hasSize(2);
        assertThat(admin.post(BASE + "/publish", "{\"comment\":\"x\"}").code()).isEqualTo("metadata.destructive");
        assertThat(admin.post(BASE + "/publish", "{\"comment\":\"x\",\"destructive\":true}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.get(BASE + "/objects/visit").status()).isEqualTo(404);
        var back = admin.post(BASE + "/releases/1/rollback", "");
        assertThat(back.status()).as(back.body()).isEqualTo(201);
        assertThat(back.json().path("number").asInt()).isEqualTo(3);
        assertThat(admin.get(BASE + "/objects/visit").json().path("fields")).hasSize(8);
        for (String number : new String[] {"3", "9", "-1"}) {
            assertThat(admin.post(BASE + "/releases/" + number + "/rollback", "")
                            .code())
                    .isEqualTo("metadata.no_such_release");
        }
        assertThat(admin.post(BASE + "/releases/0/rollback", "").code()).isEqualTo("metadata.destructive");
        var plan = admin.get(BASE + "/releases/0/rollback").json();
        assertThat(plan.path("destructive").asBoolean()).isTrue();
        assertThat(plan.path("changes")).hasSize(2);
        String consent = "{\"destructive\":true,\"fingerprint\":\""
                + plan.path("fingerprint").asString() + "\"}";
        assertThat(admin.post(BASE + "/releases/1/rollback", consent).code()).isEqualTo("metadata.plan_changed");
        assertThat(admin.post(BASE + "/releases/0/rollback", consent).status()).isEqualTo(201);
        assertThat(admin.get(BASE + "/objects/visit").status()).isEqualTo(404);
    }

    @Test
    void refusesARollbackOntoWhatIsWrongNow() {
        put("object/visit", VISIT);
        put("permission_set/wide", "{\"label\":{\"en\":\"W\"},\"permissions\":[\"*\"]}");
        publish("First");
        admin.delete(BASE + "/components/permission_set/wide");
        put(
                "permission_set/shaper",
                "{\"label\":{\"en\":\"S\"},\"permissions\":[\"metadata.read\",\"metadata.edit\",\"metadata.publish\"]}");
        publish("Second");
        admin.post(
                "/api/v1/members",
                "{\"name\":\"S\",\"email\":\"%s.s@one.example\",\"permissionSets\":[\"shaper\"]}"
                        .formatted(tenant.slug()));
        var shaper = ApiClient.of(
                context,
                tenant,
                TestIdentity.personOf(tenant.slug() + ".s@one.example").toString());
        assertThat(shaper.post(BASE + "/releases/1/rollback", "{\"destructive\":true}")
                        .violations())
                .containsExactly("permission_set/wide:metadata.more_than_own");
    }

    @Test
    void refusesWhatIsWrongWithAllReasons() {
        var form = admin.put(BASE + "/components/field/visit.score", "{\"type\":\"number\",\"colour\":1}");
        assertThat(form.status()).isEqualTo(400);
        assertThat(form.code()).isEqualTo("metadata.invalid_component");
        assertThat(form.violations())
                .containsExactlyInAnyOrder("label:required", "type:not_one_of", "colour:metadata.unknown_attribute");
        assertThat(admin.put(BASE + "/components/field/visit.id", SCORE).violations())
                .containsExactly("field/visit.id:metadata.reserved");
        assertThat(admin.put(BASE + "/components/field/visit.score", "{").code())
                .isEqualTo("malformed");
        assertThat(admin.put(BASE + "/components/field/visit.score", "").code()).isEqualTo("malformed");
        assertThat(admin.put(
                                BASE + "/components/object/visit",
                                "{\"label\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}")
                        .violations())
                .containsExactly(":malformed_json");
        assertThat(admin.put(BASE + "/components/object/visit", "{\"label\":" + "[".repeat(30) + "]".repeat(30) + "}")
                        .violations())
                .containsExactly(":metadata.too_deep");
        assertThat(admin.put(BASE + "/components/gadget/x", SCORE).status()).isEqualTo(404);
        assertThat(admin.get(BASE + "/draft").json().path("changed")).isEmpty();

        put("field/visit.score", SCORE);
        var plan = admin.get(BASE + "/plan").json().path("violations").get(0);
        assertThat(plan.path("field").asString()).isEqualTo("field/visit.score");
        assertThat(plan.path("message").asString()).isEqualTo("没有 object visit。");
        assertThat(admin.with("Accept-Language", "en")
                        .get(BASE + "/plan")
                        .json()
                        .at("/violations/0/message")
                        .asString())
                .isEqualTo("There is no object visit.");
        var refused = admin.post(BASE + "/publish", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly("field/visit.score:metadata.unknown_reference");
    }

    @Test
    void publishesOnlyWhatWasPlanned() {
        assertThat(admin.post(BASE + "/publish", "{}").code()).isEqualTo("metadata.draft_empty");
        put("object/visit", VISIT);
        String planned = admin.get(BASE + "/plan").json().path("fingerprint").asString();
        put("field/visit.score", SCORE);
        String consent = "{\"fingerprint\":\"%s\"}";
        assertThat(admin.post(BASE + "/publish", consent.formatted(planned)).code())
                .isEqualTo("metadata.plan_changed");
        String again = admin.get(BASE + "/plan").json().path("fingerprint").asString();
        assertThat(admin.post(BASE + "/publish", consent.formatted(again)).status())
                .isEqualTo(201);
    }

    @Test
    void judgesADraftByWhatIsPublishedNow() {
        put("object/visit", VISIT);
        publish("First");
        put("field/visit.score", SCORE);
        admin.post(BASE + "/releases/0/rollback", "{\"destructive\":true}");
        assertThat(admin.post(BASE + "/publish", "{}").violations())
                .containsExactly("field/visit.score:metadata.unknown_reference");
        put("object/visit", VISIT);
        publish("Again");
        assertThat(admin.get(BASE + "/objects/visit").status()).isEqualTo(200);
    }

    @Test
    void overridesWhatShipsAndFallsBackToIt() {
        String path = BASE + "/components/permission_set/finance";
        assertThat(admin.delete(path).code()).isEqualTo("metadata.standard_component");
        assertThat(admin.delete(BASE + "/components/object/nothing").code()).isEqualTo("metadata.unknown_component");
        put("permission_set/finance", "{\"label\":{\"en\":\"Money people\"}}");
        publish("Rename");
        var listing = admin.get(path).json();
        assertThat(listing.path("effective").path("label").path("zh-CN").asString())
                .isEqualTo("财务");
        assertThat(listing.path("effective").path("label").path("en").asString())
                .isEqualTo("Money people");
        assertThat(listing.path("standard").path("label").path("en").asString()).isEqualTo("Finance");
        assertThat(listing.path("own").propertyNames()).containsExactly("label");
        admin.delete(path);
        assertThat(admin.get(path).json().path("edited").asBoolean()).isTrue();
        publish("Back");
        assertThat(admin.get(path).json().path("own").isNull()).isTrue();
        assertThat(admin.get(BASE + "/components?kind=permission_set").json().path("items"))
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void servesTheSchemasItChecksWith() {
        for (ComponentKind kind : ComponentKind.values()) {
            var schema = admin.get(BASE + "/schemas/" + kind.code());
            assertThat(schema.header("Content-Type")).startsWith("application/schema+json");
            assertThat(schema.json().path("type").asString()).isEqualTo("object");
        }
    }

    private JsonNode put(String component, String json) {
        var answer = admin.put(BASE + "/components/" + component, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode publish(String comment) {
        var answer = admin.post(BASE + "/publish", "{\"comment\":\"" + comment + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}

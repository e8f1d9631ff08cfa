package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two people who shape one tenant at once. */
@HttpTest
class ChangeSetsIntegrationTests {
    private static final String BASE = "/api/v1/metadata";
    private static final String SETS = BASE + "/change-sets";
    private static final String VISIT = BASE + "/components/object/visit";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient one;
    private ApiClient other;

    @BeforeEach
    void makePeople() {
        tenant = TenantFixture.create(context);
        one = ApiClient.admin(context, tenant);
        String email = tenant.slug() + ".other@one.example";
        one.post(
                "/api/v1/members",
                "{\"name\":\"Other\",\"email\":\"%s\",\"permissionSets\":[\"brand_admin\"]}".formatted(email));
        other = ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
        Publishing.publish(one, "object/visit", "{\"label\":{\"en\":\"Visit\"},\"plural\":{\"en\":\"Visits\"}}");
    }

    @Test
    void leavesOthersWorkAlone() {
        one.put(BASE + "/components/object/call", "{\"label\":{\"en\":\"Call\"}}");
        other.put(BASE + "/components/object/trip", "{\"label\":{\"en\":\"Trip\"}}");
        assertThat(one.get(BASE + "/plan").json().path("changes")).hasSize(1);
        assertThat(other.post(BASE + "/publish", "{}").status()).isEqualTo(201);
        assertThat(one.get(BASE + "/objects/call").status()).isEqualTo(404);
        assertThat(one.get(BASE + "/objects/trip").status()).isEqualTo(200);
        assertThat(one.get(BASE + "/draft").at("/changed/0/name")).isEqualTo("call");
        assertThat(one.post(BASE + "/publish", "{}").status()).isEqualTo(201);
        assertThat(one.get(BASE + "/objects/trip").status()).isEqualTo(200);
        assertThat(one.get(BASE + "/objects/call").status()).isEqualTo(200);
    }

    @Test
    void keepsSeveralByName() {
        one.put(BASE + "/components/object/call", "{\"label\":{\"en\":\"Call\"}}");
        var created = one.post(SETS, "{\"name\":\"Autumn\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.at("/authorName")).isEqualTo("Admin");
        String autumn = created.at("/id");
        one.put(BASE + "/components/object/trip", "{\"label\":{\"en\":\"Trip\"}}");
        var listed = one.get(SETS).json().path("items");
        assertThat(listed.valueStream().map(set -> set.path("name").asString() + " " + set.path("changes")))
                .containsExactly("Autumn 1", "Admin 1");
        assertThat(other.get(SETS).json().path("items")).hasSize(2);
        assertThat(other.get(BASE + "/draft").json().path("changed")).isEmpty();
        assertThat(other.get(BASE + "/draft?changeSet=" + autumn).at("/changed/0/name"))
                .isEqualTo("trip");
        assertThat(other.post(SETS + "/" + autumn + "/choose", "").status()).isEqualTo(204);
        assertThat(other.get(BASE + "/draft").at("/name")).isEqualTo("Autumn");
        assertThat(other.post(BASE + "/publish?changeSet=" + autumn, "{}").status())
                .isEqualTo(201);
        assertThat(one.get(BASE + "/draft").at("/changed/0/name")).isEqualTo("call");
        assertThat(one.delete(SETS + "/" + listed.get(1).path("id").asString()).status())
                .isEqualTo(204);
        assertThat(one.get(SETS).json().path("items")).isEmpty();
        assertThat(one.get(BASE + "/draft?changeSet=" + autumn).status()).isEqualTo(404);
        assertThat(one.get(BASE + "/draft?changeSet=1").status()).isEqualTo(404);
        assertThat(one.post(SETS, "{\"name\":\" \"}").violations()).containsExactly("name:required");
    }

    @Test
    void bringsTwoChangesOfOneComponentTogether() {
        one.put(VISIT, "{\"label\":{\"en\":\"Call\"},\"plural\":{\"en\":\"Visits\"}}");
        other.put(VISIT, "{\"label\":{\"en\":\"Visit\"},\"plural\":{\"en\":\"Visits\",\"zh-CN\":\"拜访\"}}");
        other.post(BASE + "/publish", "{}");
        assertThat(one.get(BASE + "/plan").json().path("conflicts")).isEmpty();
        assertThat(one.post(BASE + "/publish", "{}").status()).isEqualTo(201);
        var both = effective();
        assertThat(both.at("/label/en").asString()).isEqualTo("Call");
        assertThat(both.at("/plural/zh-CN").asString()).isEqualTo("拜访");
    }

    @Test
    void listsWhereTwoContradict() {
        one.put(VISIT, "{\"label\":{\"en\":\"Call\"},\"plural\":{\"en\":\"Calls\"}}");
        other.put(VISIT, "{\"label\":{\"en\":\"Trip\"},\"plural\":{\"en\":\"Visits\"}}");
        other.post(BASE + "/publish", "{}");
        var conflicts = one.get(BASE + "/plan").json().path("conflicts");
        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.get(0))
                .hasToString("{\"kind\":\"object\",\"name\":\"visit\",\"attribute\":\"label.en\",\"base\":\"Visit\","
                        + "\"mine\":\"Call\",\"theirs\":\"Trip\"}");
        assertThat(lastChange("visit")).contains("2 by Other");
        assertThat(lastChange("nothing")).isEmpty();
        var refused = one.post(BASE + "/publish", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("metadata.conflicts");
        assertThat(refused.violations()).containsExactly("object/visit/label.en:metadata.changed_by_others");
        String id = one.get(BASE + "/draft").at("/id");
        String resolve = SETS + "/" + id + "/resolve";
        assertThat(one.post(resolve, "{}").violations())
                .containsExactly("kind:required", "name:required", "take:required");
        assertThat(one.post(resolve, "{\"kind\":\"object\",\"name\":\"visit\",\"take\":\"theirs\"}")
                        .status())
                .isEqualTo(200);
        assertThat(one.post(BASE + "/publish", "{}").status()).isEqualTo(201);
        assertThat(effective().at("/label/en").asString()).isEqualTo("Trip");
        assertThat(effective().at("/plural/en").asString()).isEqualTo("Calls");
    }

    @Test
    void resolvesEachAttributeByItself() {
        one.put(VISIT, "{\"label\":{\"en\":\"Call\"},\"plural\":{\"en\":\"Calls\"}}");
        other.put(VISIT, "{\"label\":{\"en\":\"Trip\"},\"plural\":{\"en\":\"Trips\"}}");
        other.post(BASE + "/publish", "{}");
        String resolve = SETS + "/" + one.get(BASE + "/draft").at("/id") + "/resolve";
        String visit = "{\"kind\":\"object\",\"name\":\"visit\",\"take\":\"%s\",\"attributes\":[\"%s\"]}";
        assertThat(one.post(resolve, visit.formatted("mine", "label.zh-CN")).violations())
                .containsExactly("attributes:unknown");
        assertThat(one.post(resolve, visit.formatted("mine", "label.en")).status())
                .isEqualTo(200);
        var left = one.get(BASE + "/plan").json().path("conflicts");
        assertThat(left.valueStream().map(conflict -> conflict.path("attribute").asString()))
                .containsExactly("plural.en");
        assertThat(one.post(BASE + "/publish", "{}").status()).isEqualTo(409);
        assertThat(one.post(resolve, visit.formatted("theirs", "plural.en")).status())
                .isEqualTo(200);
        assertThat(one.post(BASE + "/publish", "{}").status()).isEqualTo(201);
        assertThat(effective().at("/label/en").asString()).isEqualTo("Call");
        assertThat(effective().at("/plural/en").asString()).isEqualTo("Trips");
    }

    @Test
    void refusesAnEditOfWhatIsNoLongerAsItWasRead() {
        String tag = one.get(VISIT).header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(one.with("If-Match", tag)
                        .put(VISIT, "{\"label\":{\"en\":\"Call\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(one.get(VISIT).header("ETag")).isNotEqualTo(tag);
        assertThat(one.with("If-Match", tag)
                        .put(VISIT, "{\"label\":{\"en\":\"Trip\"}}")
                        .status())
                .isEqualTo(412);
        assertThat(one.with("If-None-Match", "*")
                        .put(VISIT, "{\"label\":{\"en\":\"Trip\"}}")
                        .status())
                .isEqualTo(412);
        assertThat(one.with("If-None-Match", "*")
                        .put(BASE + "/components/object/trip", "{\"label\":{\"en\":\"Trip\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(one.with("If-Match", "7")
                        .put(VISIT, "{\"label\":{\"en\":\"Trip\"}}")
                        .violations())
                .containsExactly("If-Match:entity_tag");
        assertThat(other.get(VISIT).header("ETag")).isEqualTo(tag);
    }

    @Test
    void refusesARemovalOfWhatIsNoLongerAsItWasRead() {
        String note = BASE + "/components/field/visit.memo";
        one.put(note, "{\"label\":{\"en\":\"Memo\"},\"type\":\"text\"}");
        String tag = one.get(note).header("ETag");
        assertThat(one.put(note, "{\"label\":{\"en\":\"Remark\"},\"type\":\"text\"}")
                        .status())
                .isEqualTo(200);
        assertThat(one.with("If-Match", tag).delete(note).status()).isEqualTo(412);
        assertThat(one.get(note).body()).contains("Remark");
        assertThat(one.with("If-Match", "7").delete(note).violations()).containsExactly("If-Match:entity_tag");
        assertThat(one.with("If-Match", one.get(note).header("ETag"))
                        .delete(note)
                        .status())
                .isEqualTo(200);
        assertThat(one.get(note).status()).isEqualTo(404);
    }

    @Test
    void keepsTheOrderInWhichFieldsWereMade() {
        String fields = BASE + "/components/field/visit.";
        for (String name : List.of("zone", "partner", "at", "bill")) {
            one.put(fields + name, "{\"label\":{\"en\":\"%s\"},\"type\":\"text\"}".formatted(name));
        }
        one.put(fields + "zone", "{\"label\":{\"en\":\"Zone again\"},\"type\":\"text\"}");
        one.post(fields + "partner/rename", "{\"name\":\"customer\"}");
        var made = List.of("zone", "customer", "at", "bill");
        assertThat(one.get(BASE + "/components?kind=field&object=visit")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("name").asString().replaceFirst("^visit\\.", ""))
                        .filter(made::contains))
                .containsExactlyElementsOf(made);
        assertThat(one.post(BASE + "/publish", "{}").status()).isEqualTo(201);
        assertThat(one.get(BASE + "/objects/visit")
                        .json()
                        .path("fields")
                        .valueStream()
                        .map(field -> field.path("name").asString())
                        .filter(made::contains))
                .containsExactlyElementsOf(made);
    }

    @Test
    void keepsRecordsThroughARename() {
        Publishing.publish(
                one,
                "field/visit.score",
                "{\"label\":{\"en\":\"Score\"},\"type\":\"integer\",\"filterable\":true}",
                "permission_set/visitor",
                "{\"label\":{\"en\":\"V\"},\"objects\":{\"visit\":{\"read\":true}}}");
        String id = one.post("/api/v1/records/visit", "{\"name\":\"a\",\"score\":7}")
                .at("/id");
        assertThat(one.post(VISIT + "/rename", "{\"name\":\"call\"}").status()).isEqualTo(200);
        assertThat(one.post(BASE + "/components/field/call.score/rename", "{\"name\":\"points\"}")
                        .status())
                .isEqualTo(200);
        var plan = one.get(BASE + "/plan").json();
        assertThat(plan.path("destructive").asBoolean()).as(plan.toString()).isFalse();
        assertThat(plan.path("changes")
                        .valueStream()
                        .map(change -> change.path("action").asString() + " "
                                + change.path("from").asString("") + " "
                                + change.path("name").asString()))
                .containsExactly("renamed visit call", "renamed visit.score call.points", "changed  visitor");
        assertThat(one.post(BASE + "/publish", "{}").status()).isEqualTo(201);
        assertThat(one.get("/api/v1/records/call/" + id).json().path("points").asInt())
                .isEqualTo(7);
        assertThat(one.get("/api/v1/records/visit").status()).isEqualTo(404);
        assertThat(one.post(BASE + "/components/object/member/rename", "{\"name\":\"x\"}")
                        .code())
                .isEqualTo("metadata.standard_component");
        assertThat(one.post(BASE + "/components/object/call/rename", "{\"name\":\"member\"}")
                        .violations())
                .contains("object/member:metadata.duplicate");
    }

    @Test
    void saysWhoSeesWhatIsNewAndGrantsIt() {
        one.put(BASE + "/components/object/call", "{\"label\":{\"en\":\"Call\"}}");
        assertThat(one.get(BASE + "/plan").json().path("audiences"))
                .hasToString(
                        "[{\"kind\":\"object\",\"name\":\"call\",\"permissionSets\":[\"api_full\",\"brand_admin\"]}]");
        var granted = one.post(BASE + "/grants", "{\"object\":\"call\",\"permissionSets\":[\"order_desk\"]}");
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
        assertThat(one.get(BASE + "/plan").json().at("/audiences/0/permissionSets"))
                .hasToString("[\"api_full\",\"brand_admin\",\"order_desk\"]");
        one.post(BASE + "/publish", "{}");
        String email = tenant.slug() + ".desk@one.example";
        one.post(
                "/api/v1/members",
                "{\"name\":\"Desk\",\"email\":\"%s\",\"permissionSets\":[\"order_desk\"]}".formatted(email));
        var desk = ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
        one.post("/api/v1/records/call", "{\"name\":\"a\"}");
        assertThat(desk.get("/api/v1/records/call").json().path("items")).hasSize(1);
        assertThat(one.post(BASE + "/grants", "{\"object\":\"call\",\"permissionSets\":[null]}")
                        .violations())
                .containsExactly("permissionSets[0]:wrong_type");
        assertThat(one.post(BASE + "/grants", "{\"object\":\"call\",\"permissionSets\":[\"nobody\"]}")
                        .code())
                .isEqualTo("metadata.unknown_component");
    }

    @Test
    void grantsAccessWithTheReleaseAndLeavesARefusedDraftAlone() {
        one.put(BASE + "/components/object/call", "{\"label\":{\"en\":\"Call\"}}");
        String draft = one.get(BASE + "/draft").body();
        String fingerprint = one.get(BASE + "/plan").at("/fingerprint");
        String access = "{\"permissionSet\":\"%s\",\"object\":\"%s\",\"level\":\"read\",\"partners\":[]}";
        assertThat(publish(fingerprint, access.formatted("nobody", "call")).code())
                .isEqualTo("metadata.unknown_component");
        assertThat(publish(fingerprint, access.formatted("order_desk", "nothing"))
                        .violations())
                .containsExactly("permission_set/order_desk/objects.nothing:metadata.unknown_reference");
        assertThat(publish(fingerprint, "{\"level\":\"all\"}").violations())
                .containsExactly(
                        "access[0].permissionSet:required", "access[0].object:required", "access[0].level:not_one_of");
        assertThat(publish(fingerprint, "{\"hidden\":[null]}").violations())
                .containsExactly("access[0].hidden[0]:wrong_type");
        assertThat(one.get(BASE + "/draft").body()).isEqualTo(draft);
        assertThat(publish(fingerprint, access.formatted("order_desk", "call")).status())
                .isEqualTo(201);
        assertThat(one.get(BASE + "/components/permission_set/order_desk")
                        .json()
                        .path("own"))
                .hasToString("{\"objects\":{\"call\":{\"read\":true,\"rows\":\"all\"}}}");
        assertThat(one.get(BASE + "/draft").json().path("changed")).isEmpty();
    }

    @Test
    void publishesNothingThatSomebodyEditedSinceThePlan() {
        one.put(BASE + "/components/object/call", "{\"label\":{\"en\":\"Call\"}}");
        var plan = one.get(BASE + "/plan");
        String id = one.get(BASE + "/draft").at("/id");
        other.put(BASE + "/components/object/trip?changeSet=" + id, "{\"label\":{\"en\":\"Trip\"}}");
        var refused = publish(
                plan.at("/fingerprint"), "{\"permissionSet\":\"order_desk\",\"object\":\"call\",\"level\":\"edit\"}");
        assertThat(refused.code()).isEqualTo("metadata.plan_changed");
        assertThat(one.get(BASE + "/draft").json().path("changed")).hasSize(2);
        assertThat(one.get(BASE + "/components/permission_set/order_desk")
                        .json()
                        .path("own")
                        .isNull())
                .isTrue();
    }

    private ApiClient.Answer publish(String fingerprint, String access) {
        return one.post(BASE + "/publish", "{\"fingerprint\":\"%s\",\"access\":[%s]}".formatted(fingerprint, access));
    }

    /** Which release changed an object last, and whose. */
    private Optional<String> lastChange(String object) {
        var key = new ComponentKey(ComponentKind.OBJECT, object);
        return TenantScope.call(
                        Caller.platform(tenant),
                        () -> context.getBean(Releases.class).lastChange(key))
                .map(release -> release.number() + " by " + release.publishedBy());
    }

    private JsonNode effective() {
        return one.get(VISIT).json().path("effective");
    }
}

package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Two people work on one object, and at least one of them renames it or its fields. */
@HttpTest
class RenamesIntegrationTests {
    private static final String BASE = "/api/v1/metadata";
    private static final String COMPONENTS = BASE + "/components/";
    private static final String RECORDS = "/api/v1/records/";
    private static final String POINTS = "field/thing.points";
    private static final String INTEGER = "{\"label\":{\"en\":\"%s\"},\"type\":\"integer\",\"filterable\":true%s}";
    private static final String VIEW = "{\"label\":{\"en\":\"All\"},\"columns\":[%s],\"filter\":\"points > 5\"}";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient one;
    private ApiClient other;
    private String record;

    @BeforeEach
    void publishThing() {
        tenant = TenantFixture.create(context);
        one = ApiClient.admin(context, tenant);
        String email = tenant.slug() + ".other@one.example";
        one.post(
                "/api/v1/members",
                "{\"name\":\"Other\",\"email\":\"%s\",\"permissionSets\":[\"brand_admin\"]}".formatted(email));
        other = ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
        Publishing.publish(
                one,
                "object/thing",
                "{\"label\":{\"en\":\"Thing\"},\"plural\":{\"en\":\"Things\"}}",
                "field/thing.code",
                "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"length\":50}",
                POINTS,
                INTEGER.formatted("Points", ""),
                "list_view/thing.all",
                VIEW.formatted("\"name\",\"code\",\"points\""));
        record = good(one.post(RECORDS + "thing", "{\"name\":\"x\",\"code\":\"c\",\"points\":7}"))
                .at("/id");
    }

    @Test
    void reportsTwoNamesOfOneField() {
        rename(one, POINTS, "score");
        rename(other, POINTS, "marks");
        publish(other);
        assertThat(conflicts(one)).containsExactly("thing.score name \"points\" \"score\" \"marks\"");
        assertThat(one.post(BASE + "/publish", "{}").code()).isEqualTo("metadata.conflicts");
    }

    @Test
    void keepsOneFieldUnderTheirNameOrMine() {
        rename(one, POINTS, "score");
        rename(other, POINTS, "marks");
        publish(other);
        resolve(one, "field", "thing.score", "theirs");
        assertThat(conflicts(one)).isEmpty();
        assertThat(one.get(BASE + "/plan").json().path("changes")).isEmpty();
        rename(one, "field/thing.marks", "grade");
        rename(other, "field/thing.marks", "level");
        publish(other);
        resolve(one, "field", "thing.grade", "mine");
        publish(one);
        assertThat(own("thing")).containsExactly("code", "grade");
        assertThat(one.get(RECORDS + "thing/" + record).at("/grade")).isEqualTo("7");
    }

    @Test
    void bringsARenameAndOtherChangesTogether() {
        rename(one, POINTS, "score");
        good(other.put(COMPONENTS + POINTS, INTEGER.formatted("Theirs", ",\"required\":true,\"unique\":true")));
        publish(other);
        assertThat(conflicts(one)).isEmpty();
        publish(one);
        var field = one.get(COMPONENTS + "field/thing.score").json().path("effective");
        assertThat(field.at("/label/en").asString()).isEqualTo("Theirs");
        assertThat(field.path("required").asBoolean()).isTrue();
        assertThat(field.path("unique").asBoolean()).isTrue();
        assertThat(own("thing")).containsExactly("code", "score");
        assertThat(one.get(RECORDS + "thing/" + record).at("/score")).isEqualTo("7");
    }

    @Test
    void takesALabelToTheNewNameOfOthers() {
        good(one.put(COMPONENTS + POINTS, INTEGER.formatted("Mine", "")));
        rename(other, POINTS, "score");
        publish(other);
        assertThat(conflicts(one)).isEmpty();
        good(one.put(COMPONENTS + "field/thing.score", INTEGER.formatted("Mine again", "")));
        publish(one);
        assertThat(one.get(COMPONENTS + "field/thing.score").at("/effective/label/en"))
                .isEqualTo("Mine again");
        assertThat(own("thing")).containsExactly("code", "score");
        assertThat(one.get(RECORDS + "thing/" + record).at("/score")).isEqualTo("7");
    }

    @Test
    void leavesNothingToDoWhereBothChoseOneName() {
        rename(one, POINTS, "score");
        rename(other, POINTS, "score");
        publish(other);
        var plan = one.get(BASE + "/plan").json();
        assertThat(plan.path("conflicts")).isEmpty();
        assertThat(plan.path("changes")).isEmpty();
        assertThat(plan.path("slots")).isEmpty();
        assertThat(one.get(RECORDS + "thing/" + record).at("/score")).isEqualTo("7");
    }

    @Test
    void reportsARenameOfWhatOthersRemoved() {
        good(one.put(
                COMPONENTS + "list_view/thing.all", VIEW.formatted("\"name\"").replace("points > 5", "name == 'x'")));
        publish(one);
        rename(one, POINTS, "score");
        good(other.delete(COMPONENTS + POINTS));
        good(other.post(BASE + "/publish", "{\"destructive\":true}"));
        var conflicts = one.get(BASE + "/plan").json().path("conflicts");
        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.get(0).path("theirs").isNull()).isTrue();
        resolve(one, "field", "thing.points", "theirs");
        assertThat(conflicts(one)).isEmpty();
        assertThat(one.get(BASE + "/draft").json().path("changed")).isEmpty();
    }

    @Test
    void reportsARemovalOfWhatOthersRenamed() {
        good(one.put(
                COMPONENTS + "list_view/thing.all", VIEW.formatted("\"name\"").replace("points > 5", "name == 'x'")));
        publish(one);
        good(one.delete(COMPONENTS + POINTS));
        rename(other, POINTS, "score");
        publish(other);
        assertThat(conflicts(one)).containsExactly("thing.points name \"points\" null \"score\"");
        resolve(one, "field", "thing.points", "theirs");
        assertThat(own("thing")).containsExactly("code", "score");
        assertThat(one.get(BASE + "/plan").json().path("changes")).isEmpty();
    }

    @Test
    void keepsAFieldThatOthersGaveTheName() {
        rename(one, POINTS, "score");
        good(other.put(COMPONENTS + "field/thing.score", INTEGER.formatted("Other", "")));
        publish(other);
        assertThat(conflicts(one)).containsExactly("thing.score name \"points\" \"score\" \"points\"");
        resolve(one, "field", "thing.score", "theirs");
        assertThat(conflicts(one)).isEmpty();
        assertThat(own("thing")).containsExactly("code", "points", "score");
        assertThat(one.get(BASE + "/plan").json().path("changes")).isEmpty();
    }

    @Test
    void rewritesWhatBothRenamesConcern() {
        rename(one, POINTS, "score");
        rename(other, "field/thing.code", "sku");
        publish(other);
        assertThat(conflicts(one)).isEmpty();
        publish(one);
        assertThat(columns()).containsExactly("name", "sku", "score");
    }

    @Test
    void leavesOnlyNamesThatExistWhicheverSideWins() {
        for (String side : List.of("mine", "theirs")) {
            good(one.put(COMPONENTS + "list_view/thing.all", VIEW.formatted("\"points\",\"code\"")));
            publish(one);
            rename(one, POINTS, "score");
            good(one.put(
                    COMPONENTS + "list_view/thing.all",
                    VIEW.formatted("\"score\",\"code\",\"name\"").replace("points > 5", "score > 6")));
            rename(other, "field/thing.code", "sku");
            good(other.put(
                    COMPONENTS + "list_view/thing.all",
                    VIEW.formatted("\"sku\",\"points\"").replace("points > 5", "points > 7")));
            publish(other);
            assertThat(conflicts(one)).hasSize(2);
            resolve(one, "list_view", "thing.all", side);
            publish(one);
            assertThat(columns())
                    .containsExactly(
                            side.equals("mine")
                                    ? new String[] {"score", "sku", "name"}
                                    : new String[] {"sku", "score"});
            rename(one, "field/thing.score", "points");
            rename(one, "field/thing.sku", "code");
            publish(one);
        }
    }

    @Test
    void reportsTwoNamesOfOneObject() {
        rename(one, "object/thing", "stuff");
        rename(other, "object/thing", "gear");
        publish(other);
        assertThat(conflicts(one)).containsExactly("stuff name \"thing\" \"stuff\" \"gear\"");
        resolve(one, "object", "stuff", "theirs");
        assertThat(conflicts(one)).isEmpty();
        assertThat(one.get(BASE + "/plan").json().path("changes")).isEmpty();
        assertThat(one.get(RECORDS + "gear/" + record).at("/points")).isEqualTo("7");
    }

    @Test
    void keepsOneObjectUnderMyName() {
        rename(one, "object/thing", "stuff");
        rename(other, "object/thing", "gear");
        publish(other);
        resolve(one, "object", "stuff", "mine");
        assertThat(conflicts(one)).isEmpty();
        publish(one);
        assertThat(one.get(RECORDS + "stuff/" + record).at("/points")).isEqualTo("7");
        assertThat(one.get(BASE + "/objects/gear").status()).isEqualTo(404);
        assertThat(own("stuff")).containsExactly("code", "points");
    }

    @Test
    void takesWhatOthersChangeAlongWithTheObject() {
        rename(one, "object/thing", "stuff");
        good(other.put(COMPONENTS + "object/thing", "{\"label\":{\"en\":\"Theirs\"},\"plural\":{\"en\":\"Things\"}}"));
        good(other.put(COMPONENTS + "field/thing.size", INTEGER.formatted("Size", "")));
        rename(other, POINTS, "score");
        publish(other);
        assertThat(conflicts(one)).isEmpty();
        publish(one);
        assertThat(one.get(BASE + "/objects/thing").status()).isEqualTo(404);
        assertThat(one.get(COMPONENTS + "object/stuff").at("/effective/label/en"))
                .isEqualTo("Theirs");
        assertThat(own("stuff")).containsExactly("code", "score", "size");
        assertThat(one.get(RECORDS + "stuff/" + record).at("/score")).isEqualTo("7");
    }

    @Test
    void leavesNothingToDoWhereBothNamedTheObjectAlike() {
        rename(one, "object/thing", "gear");
        rename(other, "object/thing", "gear");
        publish(other);
        assertThat(conflicts(one)).isEmpty();
        assertThat(one.get(BASE + "/plan").json().path("changes")).isEmpty();
        assertThat(one.get(RECORDS + "gear/" + record).at("/points")).isEqualTo("7");
    }

    @Test
    void followsTheObjectThatOthersRenamed() {
        good(one.put(COMPONENTS + POINTS, INTEGER.formatted("Mine", "")));
        good(one.put(COMPONENTS + "field/thing.size", INTEGER.formatted("Size", "")));
        rename(other, "object/thing", "gear");
        publish(other);
        assertThat(conflicts(one)).isEmpty();
        publish(one);
        assertThat(own("gear")).containsExactly("code", "points", "size");
        assertThat(one.get(COMPONENTS + "field/gear.points").at("/effective/label/en"))
                .isEqualTo("Mine");
        assertThat(one.get(RECORDS + "gear/" + record).at("/points")).isEqualTo("7");
    }

    @Test
    void storesNoIdentityTwice() {
        assertThatThrownBy(() -> TenantScope.call(
                        Caller.platform(tenant),
                        () -> context.getBean(TransactionTemplate.class)
                                .execute(status -> context.getBean(JdbcClient.class)
                                        .sql("""
                                                insert into engine.release_component
                                                    (tenant_id, kind, name, since, hash, identity)
                                                select tenant_id, kind, 'thing.twin', since, hash, identity
                                                  from engine.release_component
                                                 where tenant_id = ? and name = 'thing.points' and until is null
                                                """)
                                        .param(tenant.id().value())
                                        .update())))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("release_component_identity");
    }

    private static void rename(ApiClient by, String component, String name) {
        good(by.post(COMPONENTS + component + "/rename", "{\"name\":\"" + name + "\"}"));
    }

    private static void publish(ApiClient by) {
        good(by.post(BASE + "/publish", "{}"));
    }

    private static void resolve(ApiClient by, String kind, String name, String side) {
        String set = by.get(BASE + "/draft").at("/id");
        good(by.post(
                BASE + "/change-sets/" + set + "/resolve",
                "{\"kind\":\"%s\",\"name\":\"%s\",\"take\":\"%s\"}".formatted(kind, name, side)));
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    /** Each with its component, its attribute and the three values. */
    private static List<String> conflicts(ApiClient by) {
        return by.get(BASE + "/plan")
                .json()
                .path("conflicts")
                .valueStream()
                .map(conflict -> conflict.path("name").asString() + " "
                        + conflict.path("attribute").asString() + " " + conflict.path("base") + " "
                        + conflict.path("mine") + " " + conflict.path("theirs"))
                .toList();
    }

    private List<String> columns() {
        return one.get(COMPONENTS + "list_view/thing.all")
                .json()
                .at("/effective/columns")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The object's fields that the tenant has made. */
    private List<String> own(String object) {
        return one.get(BASE + "/components?kind=field")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("field"))
                .map(item -> item.path("name").asString())
                .filter(name -> name.startsWith(object + "."))
                .map(name -> name.substring(name.indexOf('.') + 1))
                .filter(name -> !name.equals("name"))
                .sorted()
                .toList();
    }
}

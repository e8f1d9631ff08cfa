package io.qudao.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.Endpoints;
import io.qudao.testing.HttpTest;
import io.qudao.testing.OpenApiDocument;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The description of the API follows the release and the caller's rights. */
@HttpTest
class OpenApiIntegrationTests {
    private static final String API = "/api/v1/openapi.json";
    private static final List<String> METHODS = List.of("get", "post", "patch", "delete");

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void publishVisits() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\",\"zh-CN\":\"拜访\"}}",
                "field/visit.status",
                "{\"label\":{\"en\":\"Status\"},\"type\":\"picklist\",\"options\":[{\"value\":\"open\",\"label\":{\"en\":\"Open\"}}]}",
                "field/visit.cost",
                "{\"label\":{\"en\":\"Cost\"},\"type\":\"money\",\"required\":true}",
                "field/visit.secret",
                "{\"label\":{\"en\":\"Secret\"},\"type\":\"text\"}");
    }

    @Test
    void describesEveryObjectOfTheRelease() {
        var api = admin.get(API).json();
        assertThat(api.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(api.path("paths").propertyNames())
                .contains(
                        "/api/v1/records/visit",
                        "/api/v1/records/visit/{id}",
                        "/api/v1/records/visit/query",
                        "/api/v1/records/visit/batch",
                        "/api/v1/records/visit/{id}/restore");
        var schemas = api.path("components").path("schemas");
        assertThat(schemas.path("visit").path("title").asString()).isEqualTo("拜访");
        assertThat(schemas.path("visit").path("properties").propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "version",
                        "name",
                        "created_at",
                        "updated_at",
                        "owner",
                        "owner_partner",
                        "created_by",
                        "record_type",
                        "status",
                        "cost",
                        "secret");
        assertThat(schemas.path("visit_new").path("required").valueStream().map(JsonNode::asString))
                .containsExactly("name", "cost");
        assertThat(schemas.path("visit_new").path("properties").has("created_at"))
                .isFalse();
        assertThat(schemas.path("visit")
                        .path("properties")
                        .path("status")
                        .path("enum")
                        .get(0)
                        .asString())
                .isEqualTo("open");
    }

    @Test
    void keepsToTheSpecification() {
        assertThat(new OpenApiDocument(admin.get(API)).errors()).isEmpty();
        assertThat(new OpenApiDocument(admin.get("/api/v1/me")).errors()).isNotEmpty();
        assertThat(admin.get(API).json().at("/components/securitySchemes/sign_in/flows/clientCredentials/tokenUrl"))
                .hasToString("\"/oauth2/token\"");
    }

    @Test
    void describesEveryEndpointOfTheEngine() {
        var paths = admin.get(API).json().path("paths");
        assertThat(Endpoints.of(context, OpenApi.class).keySet())
                .filteredOn(endpoint -> endpoint.contains(" /api/v1/") && !endpoint.contains("/records/"))
                .hasSizeGreaterThan(30)
                .allSatisfy(endpoint -> {
                    var words = endpoint.split(" ", -1);
                    assertThat(paths.path(words[1]).has(words[0].toLowerCase(Locale.ROOT)))
                            .isTrue();
                });
        var change = paths.at("/~1api~1v1~1members~1{id}/patch");
        assertThat(change.path("parameters").valueStream().map(one -> one.path("in") + " " + one.path("name")))
                .containsExactly("\"path\" \"id\"", "\"header\" \"If-Match\"");
        assertThat(change.at("/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/permission.MemberController.Change");
        assertThat(paths.at("/~1api~1v1~1imports/post/requestBody/content").propertyNames())
                .contains("multipart/form-data", "text/csv");
        var errors = paths.at("/~1api~1v1~1imports~1{id}~1errors/get/responses/200/content");
        assertThat(errors.propertyNames()).containsExactly("*/*");
    }

    @Test
    void describesAnswersAsTheyAre() {
        admin.post("/api/v1/records/visit", "{\"name\":\"a\",\"cost\":{\"amount\":1.5,\"currency\":\"CNY\"}}");
        admin.put("/api/v1/metadata/components/object/later", "{\"label\":{\"en\":\"Later\"}}");
        var document = new OpenApiDocument(admin.get(API));
        assertThat(document.readable())
                .contains("/api/v1/me", "/api/v1/metadata/plan", "/api/v1/records/visit")
                .allSatisfy(path -> {
                    var answer = admin.get(path);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                    assertThat(document.errors(path, answer)).as(answer.body()).isEmpty();
                });
        assertThat(document.errors("/api/v1/metadata/objects/{name}", admin.get("/api/v1/metadata/objects/visit")))
                .isEmpty();
        assertThat(document.errors("/api/v1/me", admin.get("/api/v1/members"))).isNotEmpty();
        assertThat(document.errors("/api/v1/members", admin.get("/api/v1/records/visit")))
                .isNotEmpty();
    }

    @Test
    void showsNothingOfAnotherTenant() { // T1
        var other = ApiClient.admin(context, TenantFixture.create(context)).get(API);
        assertThat(other.body()).doesNotContain("visit", "拜访");
        assertThat(other.header("ETag")).isNotEqualTo(admin.get(API).header("ETag"));
    }

    @Test
    void hangsTogether() {
        var api = admin.get(API).json();
        var references = new ArrayList<String>();
        collect(api, "$ref", references);
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
        var ids = new ArrayList<String>();
        collect(api, "operationId", ids);
        assertThat(ids).doesNotHaveDuplicates();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        assertThat(operation.getValue().path("responses").has("default"))
                                .as(path.getKey())
                                .isTrue();
                        assertThat(operation.getValue().path("tags"))
                                .as(path.getKey())
                                .isNotEmpty();
                    }
                }));
    }

    @Test
    void changesItsTagWithTheRelease() {
        var first = admin.get(API);
        var same = admin.with("If-None-Match", first.header("ETag")).get(API);
        assertThat(same.status()).isEqualTo(304);
        Publishing.publish(admin, "field/visit.score", "{\"label\":{\"en\":\"Score\"},\"type\":\"integer\"}");
        var next = admin.with("If-None-Match", first.header("ETag")).get(API);
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(next.json().at("/components/schemas/visit/properties").has("score"))
                .isTrue();
    }

    @Test
    void showsAMemberWhatTheyMayUse() {
        Publishing.publish(
                admin,
                "permission_set/reader",
                "{\"label\":{\"en\":\"R\"},\"objects\":{\"visit\":{\"read\":true,\"hidden\":[\"secret\"]}}}");
        var reader = member("li@one.example", "reader").get(API).json();
        assertThat(reader.at("/paths/~1api~1v1~1records~1visit").has("get")).isTrue();
        assertThat(reader.at("/paths/~1api~1v1~1records~1visit").has("post")).isFalse();
        assertThat(reader.at("/paths/~1api~1v1~1records~1visit~1{id}").has("patch"))
                .isFalse();
        assertThat(reader.at("/components/schemas/visit/properties").has("secret"))
                .isFalse();
        var nobody = member("wu@one.example").get(API).json();
        assertThat(new HashSet<>(nobody.path("paths").propertyNames())).noneMatch(path -> path.contains("visit"));
        assertThat(nobody.path("paths").has("/api/v1/me")).isTrue();
        assertThat(nobody.path("paths").has("/api/v1/members")).isFalse();
    }

    @Test
    void tellsMembersApartWhoSeeAsManyFields() {
        Publishing.publish(
                admin,
                "permission_set/no_secrets",
                "{\"label\":{\"en\":\"S\"},\"objects\":{\"visit\":{\"read\":true,\"hidden\":[\"secret\"]}}}",
                "permission_set/no_costs",
                "{\"label\":{\"en\":\"C\"},\"objects\":{\"visit\":{\"read\":true,\"hidden\":[\"cost\"]}}}");
        var one = member("qian@one.example", "no_secrets").get(API);
        var two = member("sun@one.example", "no_costs").get(API);
        assertThat(one.json().at("/components/schemas/visit/properties").propertyNames())
                .contains("cost")
                .doesNotContain("secret");
        assertThat(two.json().at("/components/schemas/visit/properties").propertyNames())
                .contains("secret")
                .doesNotContain("cost");
        assertThat(two.header("ETag")).isNotEqualTo(one.header("ETag"));
    }

    @Test
    void describesManyObjects() {
        for (int object = 0; object < 30; object++) {
            Publishing.publish(
                    admin,
                    "object/thing_" + object,
                    "{\"label\":{\"en\":\"Thing\"}}",
                    "field/thing_" + object + ".size",
                    "{\"label\":{\"en\":\"Size\"},\"type\":\"decimal\"}");
        }
        var document = admin.get(API);
        assertThat(document.status()).isEqualTo(200);
        for (int object = 0; object < 30; object++) {
            assertThat(document.body()).contains("/records/thing_" + object + "\"");
        }
    }

    private ApiClient member(String email, String... sets) {
        var invited = admin.post(
                "/api/v1/members",
                "{\"name\":\"M\",\"email\":\"%s\",\"permissionSets\":[%s]}"
                        .formatted(email, sets.length == 0 ? "" : "\"" + String.join("\",\"", sets) + "\""));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }

    private static void collect(JsonNode node, String name, List<String> found) {
        node.properties().forEach(part -> {
            if (part.getKey().equals(name) && part.getValue().isString()) {
                found.add(part.getValue().asString());
            }
        });
        node.forEach(child -> collect(child, name, found));
    }
}

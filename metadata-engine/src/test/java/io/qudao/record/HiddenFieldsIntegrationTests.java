package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A field that a member may not see is not there, whatever they ask. */
@HttpTest
class HiddenFieldsIntegrationTests {
    private static final String VISITS = "/api/v1/records/visit";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void publishVisits() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        RecordControllerIntegrationTests.publishVisits(admin);
    }

    @Test
    void tellsNothingOfAHiddenField() {
        Publishing.publish(
                admin,
                "list_view/visit.secrets",
                "{\"label\":{\"en\":\"S\"},\"columns\":[\"name\",\"secret\"],\"filter\":\"secret == 's'\"}",
                "list_view/visit.usual",
                "{\"label\":{\"en\":\"U\"},\"columns\":[\"name\",\"secret\"],\"sort\":[{\"field\":\"secret\"}]}",
                "layout/visit.default",
                "{\"sections\":[{\"label\":{\"en\":\"A\"},\"fields\":[\"name\"]},{\"label\":{\"en\":\"B\"},\"fields\":[\"secret\"]}]}",
                "validation_rule/visit.silent",
                "{\"condition\":\"secret == null && guests > 50\",\"message\":{\"en\":\"No\"},\"field\":\"secret\"}",
                "permission_set/blind",
                "{\"label\":{\"en\":\"B\"},\"permissions\":[\"metadata.read\"],\"objects\":{\"visit\":"
                        + "{\"create\":true,\"read\":true,\"hidden\":[\"secret\"],\"rows\":\"all\"}}}");
        admin.post(VISITS, "{\"name\":\"a\",\"secret\":\"s\"}");
        var blind = member("blind@one.example", "blind");
        for (String path : new String[] {
            VISITS,
            VISITS + "?count=exact&labels=true",
            "/api/v1/metadata/objects",
            "/api/v1/metadata/objects/visit",
            "/api/v1/openapi.json"
        }) {
            var answer = blind.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("\"secret\"");
        }
        var object = blind.get("/api/v1/metadata/objects/visit").json();
        assertThat(object.at("/layout/sections")).hasSize(1);
        assertThat(object.path("listViews")
                        .valueStream()
                        .map(view -> view.path("name").asString()))
                .containsExactly("all", "usual");
        assertThat(blind.get("/api/v1/metadata/objects/member").status()).isEqualTo(404);
        refusesToAskForSecrets(blind);
    }

    @Test
    void describesWhatMayBeReadToWhoMayNotSeeTheDesign() {
        Publishing.publish(
                admin,
                "permission_set/clerk",
                "{\"label\":{\"en\":\"C\"},\"objects\":{\"visit\":{\"read\":true,\"hidden\":[\"secret\"],\"rows\":\"all\"}}}");
        var clerk = member("clerk@one.example", "clerk");
        var object = clerk.get("/api/v1/metadata/objects/visit");
        assertThat(object.status()).as(object.body()).isEqualTo(200);
        assertThat(object.body()).contains("\"guests\"").doesNotContain("\"secret\"");
        assertThat(clerk.get("/api/v1/metadata/objects")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("name").asString()))
                .containsExactly("visit");
        assertThat(clerk.get("/api/v1/metadata/objects/member").status()).isEqualTo(404);
        assertThat(clerk.get("/api/v1/metadata/components").status()).isEqualTo(403);
        var nobody = member("nobody@one.example");
        assertThat(nobody.get("/api/v1/metadata/objects").json().path("items")).isEmpty();
        assertThat(nobody.get("/api/v1/metadata/objects/visit").status()).isEqualTo(404);
    }

    private static void refusesToAskForSecrets(ApiClient blind) {
        assertThat(blind.get(VISITS + "?filter=" + encoded("secret == 's'")).violations())
                .containsExactly("filter:expression.unknown_field");
        assertThat(blind.get(VISITS + "?count=exact&filter=" + encoded("sekret == 's'"))
                        .body())
                .doesNotContain("secret");
        assertThat(blind.get(VISITS + "?sort=secret").violations()).containsExactly("sort:unknown_field");
        assertThat(blind.get(VISITS + "?fields=secret").violations()).containsExactly("fields:unknown_field");
        assertThat(blind.post(VISITS, "{\"name\":\"b\",\"guests\":60}").violations())
                .containsExactly(":record.rule");
    }

    private ApiClient member(String email, String... sets) {
        var invited = admin.post(
                "/api/v1/members",
                "{\"name\":\"M\",\"email\":\"%s\",\"permissionSets\":[%s]}"
                        .formatted(email, sets.length == 0 ? "" : "\"" + String.join("\",\"", sets) + "\""));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

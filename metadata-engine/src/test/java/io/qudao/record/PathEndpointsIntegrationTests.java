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

/** Paths over REST: visits to outlets, which are in regions and have owners. */
@HttpTest
class PathEndpointsIntegrationTests {
    private static final String VISITS = "/api/v1/records/visit";
    private static final String SHOWN = "fields=name,outlet.turnover,outlet.region.name,outlet.owner.name";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;
    private String region;
    private String visit;

    @BeforeEach
    void fill() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "object/region",
                "{\"label\":{\"en\":\"Region\",\"zh-CN\":\"区域\"}}",
                "object/outlet",
                "{\"label\":{\"en\":\"Outlet\",\"zh-CN\":\"门店\"}}",
                "field/outlet.region",
                lookup("Region", "区域", "region"),
                "field/outlet.turnover",
                "{\"label\":{\"en\":\"Turnover\"},\"type\":\"money\"}",
                "object/visit",
                "{\"label\":{\"en\":\"Visit\",\"zh-CN\":\"拜访\"}}",
                "field/visit.outlet",
                lookup("Outlet", "门店", "outlet"),
                "list_view/visit.far",
                "{\"label\":{\"en\":\"Far\"},\"columns\":[\"name\",\"outlet.turnover\",\"outlet.region.name\"],"
                        + "\"filter\":\"outlet.turnover > 1\",\"sort\":[{\"field\":\"outlet.region.name\"}]}",
                "validation_rule/visit.closed",
                "{\"condition\":\"outlet.region.name == 'Closed'\",\"message\":{\"en\":\"Closed\"}}",
                "permission_set/caller",
                "{\"label\":{\"en\":\"C\"},\"permissions\":[\"metadata.read\"],\"objects\":{"
                        + "\"visit\":{\"read\":true,\"rows\":\"all\"},"
                        + "\"outlet\":{\"read\":true,\"rows\":\"all\",\"hidden\":[\"turnover\"]}}}");
        region = add("region", "{\"name\":\"North\"}");
        String outlet = add(
                "outlet",
                "{\"name\":\"Corner\",\"region\":\"%s\",\"turnover\":{\"amount\":12.5,\"currency\":\"CNY\"}}"
                        .formatted(region));
        visit = add("visit", "{\"name\":\"First\",\"outlet\":\"%s\"}".formatted(outlet));
        add("visit", "{\"name\":\"None\"}");
    }

    private static String lookup(String english, String chinese, String target) {
        return "{\"label\":{\"en\":\"%s\",\"zh-CN\":\"%s\"},\"type\":\"lookup\",\"target\":\"%s\",\"filterable\":true}"
                .formatted(english, chinese, target);
    }

    private String add(String object, String json) {
        var created = admin.post("/api/v1/records/" + object, json);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.at("/id");
    }

    @Test
    void readsFieldsBehindLookUps() {
        String first = "{\"id\":\"%s\",\"version\":1,\"name\":\"First\",\"outlet.turnover\":"
                + "{\"amount\":\"12.50\",\"currency\":\"CNY\"},\"outlet.region.name\":\"North\",\"outlet.owner.name\":\"Admin\"}";
        assertThat(admin.get(VISITS + "/" + visit + "?" + SHOWN).body()).isEqualTo(first.formatted(visit));
        var page =
                admin.get(VISITS + "?sort=outlet.region.name&" + SHOWN).json().path("items");
        assertThat(page.get(0)).hasToString(first.formatted(visit));
        assertThat(page.get(1).path("outlet.turnover").isNull()).isTrue();
        assertThat(page.get(1).path("outlet.region.name").isNull()).isTrue();
        var labelled = admin.post(
                VISITS + "/query",
                "{\"fields\":[\"outlet.region\"],\"filter\":\"outlet.region.name == 'North'\",\"labels\":true}");
        assertThat(labelled.json().path("items")).hasSize(1);
        assertThat(labelled.json().path("labels").path(region).asString()).isEqualTo("North");
        assertThat(admin.get(VISITS + "/" + visit + "?fields=outlet.nothing").violations())
                .containsExactly("fields:unknown_field");
    }

    @Test
    void judgesByWhatALookUpLeadsTo() {
        String closed = add("region", "{\"name\":\"Closed\"}");
        String outlet = add("outlet", "{\"name\":\"Shut\",\"region\":\"%s\"}".formatted(closed));
        String body = "{\"name\":\"v\",\"outlet\":\"%s\"}".formatted(outlet);
        assertThat(admin.post(VISITS, body).violations()).containsExactly(":record.rule");
        assertThat(admin.post(VISITS + "/batch", "{\"records\":[{\"name\":\"ok\"}," + body + "]}")
                        .json()
                        .at("/violations/0/row")
                        .asInt())
                .isEqualTo(2);
        assertThat(admin.with("If-Match", "\"1\"")
                        .patch(VISITS + "/" + visit, body)
                        .violations())
                .containsExactly(":record.rule");
    }

    @Test
    void tellsNothingThatMayNotBeRead() {
        String email = tenant.slug() + ".c@one.example";
        admin.post(
                "/api/v1/members",
                "{\"name\":\"C\",\"email\":\"%s\",\"permissionSets\":[\"caller\"]}".formatted(email));
        var caller = ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
        for (String path : new String[] {"outlet.turnover", "outlet.region.name", "outlet.owner.name"}) {
            assertThat(caller.get(VISITS + "?fields=" + path).violations()).containsExactly("fields:unknown_field");
            assertThat(caller.get(VISITS + "?sort=" + path).violations()).containsExactly("sort:unknown_field");
            assertThat(caller.get(VISITS + "/" + visit + "?fields=" + path).violations())
                    .containsExactly("fields:unknown_field");
            assertThat(caller.get(VISITS + "?filter=" + URLEncoder.encode(path + " != null", StandardCharsets.UTF_8))
                            .violations())
                    .containsExactly("filter:expression.unknown_field");
        }
        assertThat(caller.get(VISITS + "?fields=outlet.name").at("/items/0/outlet.name"))
                .isEqualTo("Corner");
        var object = caller.get("/api/v1/metadata/objects/visit");
        assertThat(object.body()).doesNotContain("turnover").doesNotContain("region");
        assertThat(admin.get("/api/v1/metadata/objects/visit").body())
                .contains("\"columns\":[\"name\",\"outlet.turnover\",\"outlet.region.name\"]");
    }

    @Test
    void describesPaths() {
        var document = admin.get("/api/v1/openapi.json").json();
        assertThat(document.at("/components/schemas/visit/patternProperties")).hasSize(1);
        assertThat(document.at("/paths/~1api~1v1~1records~1visit~1{id}/get/parameters/0/name")
                        .asString())
                .isEqualTo("fields");
    }
}

package io.qudao.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.RecordedChanges;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Members over REST. */
@HttpTest
class MembersIntegrationTests {
    private static final String MEMBERS = "/api/v1/members";

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
    void invitesPersonWhoThenGetsIn() {
        var created = invite("li@one.example", "brand_admin");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(admin.get(created.header("Location")).body()).isEqualTo(created.body());
        var me = member("li@one.example").get("/api/v1/me");
        assertThat(me.json().path("member").path("id")).isEqualTo(created.json().path("id"));
        assertThat(invite("li@one.example", "brand_admin").code()).isEqualTo("permission.already_member");
    }

    @Test
    void tellsOfMembersAsOfOtherRecords() {
        Publishing.publish(
                admin,
                "field/member." + RecordedChanges.FIELD,
                "{\"label\":{\"en\":\"Heard\",\"zh-CN\":\"听到\"},\"type\":\"text\"}");
        var changes = context.getBean(RecordedChanges.class);
        changes.take(tenant);
        var created = invite("told@one.example", "brand_admin");
        String id = created.json().path("id").asString();
        admin.with("If-Match", created.header("ETag")).patch(created.header("Location"), "{\"active\":false}");
        String record = "/api/v1/records/member/" + id;
        admin.with("If-Match", admin.get(record).header("ETag")).patch(record, "{\"heard\":\"x\"}");
        assertThat(changes.take(tenant)).hasSize(3).allSatisfy(event -> {
            assertThat(event.object()).isEqualTo("member");
            assertThat(event.ids()).extracting(Object::toString).containsExactly(id);
        });
        assertThat(admin.get(record).at("/heard")).isEqualTo("x");
    }

    @Test
    void refusesARemovedRightAtTheNextRequest() { // S0-22
        var created = invite("zhang@one.example", "brand_admin");
        var zhang = member("zhang@one.example");
        assertThat(zhang.get(MEMBERS).status()).isEqualTo(200);
        var changed = admin.with("If-Match", created.header("ETag"))
                .patch(MEMBERS + "/" + created.json().path("id").asString(), "{\"permissionSets\":[]}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(zhang.get(MEMBERS).status()).isEqualTo(403);
        assertThat(zhang.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void refusesRemovedRightsOnRecordsAtTheNextRequest() { // S0-22
        Publishing.publish(
                admin,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"}}",
                "permission_set/reader",
                "{\"label\":{\"en\":\"R\"},\"objects\":{\"visit\":{\"read\":true}}}");
        var created = invite("zhao@one.example", "reader");
        var zhao = member("zhao@one.example");
        assertThat(zhao.get("/api/v1/records/visit").status()).isEqualTo(200);
        var changed = admin.with("If-Match", created.header("ETag"))
                .patch(MEMBERS + "/" + created.json().path("id").asString(), "{\"permissionSets\":[]}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(zhao.get("/api/v1/records/visit").status()).isEqualTo(403);
    }

    @Test
    void refusesToGiveOrTakeMoreThanOneHas() {
        Publishing.publish(
                admin,
                "permission_set/team_lead",
                "{\"label\":{\"en\":\"Lead\"},\"permissions\":[\"member.read\",\"member.manage\"]}");
        invite("lead@one.example", "team_lead");
        var lead = member("lead@one.example");
        var other = invite("desk@one.example", "order_desk");
        String path = MEMBERS + "/" + other.json().path("id").asString();
        var taken = lead.with("If-Match", "\"1\"").patch(path, "{\"permissionSets\":[]}");
        assertThat(taken.code()).isEqualTo("permission.more_than_own");
        var given =
                lead.post(MEMBERS, "{\"name\":\"X\",\"email\":\"x@one.example\",\"permissionSets\":[\"brand_admin\"]}");
        assertThat(given.code()).isEqualTo("permission.more_than_own");
        var within = lead.with("If-Match", "\"1\"").patch(path, "{\"name\":\"New name\"}");
        assertThat(within.code()).isEqualTo("permission.more_than_own");
        var own = lead.post(MEMBERS, "{\"name\":\"Y\",\"email\":\"y@one.example\",\"permissionSets\":[\"team_lead\"]}");
        assertThat(own.status()).as(own.body()).isEqualTo(201);
    }

    @Test
    void refusesToPublishMoreThanOneHolds() {
        Publishing.publish(
                admin,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"}}",
                "field/visit.secret",
                "{\"label\":{\"en\":\"S\"},\"type\":\"text\"}",
                "permission_set/shaper",
                "{\"label\":{\"en\":\"S\"},\"permissions\":[\"metadata.read\",\"metadata.edit\",\"metadata.publish\",\"member.read\",\"member.manage\"],"
                        + "\"objects\":{\"visit\":{\"read\":true,\"hidden\":[\"secret\"]}}}",
                "permission_set/wide",
                "{\"label\":{\"en\":\"W\"},\"objects\":{\"visit\":{\"read\":true,\"rows\":\"all\"}}}");
        invite("shaper@one.example", "shaper");
        var shaper = member("shaper@one.example");
        for (String more : new String[] {
            "\"permissions\":[\"*\"]",
            "\"permissions\":[\"client.manage\"]",
            "\"permissions\":[\"record.visit.update\"]",
            "\"objects\":{\"visit\":{\"read\":true,\"hidden\":[\"secret\"],\"rows\":\"all\"}}",
            "\"objects\":{\"visit\":{\"read\":true}}",
            "\"objects\":{\"visit\":{\"create\":true,\"hidden\":[\"secret\"]}}",
            "\"objects\":{\"visit\":{\"assign\":true,\"hidden\":[\"secret\"]}}"
        }) {
            shaper.put("/api/v1/metadata/components/permission_set/more", "{\"label\":{\"en\":\"M\"}," + more + "}");
            assertThat(shaper.post("/api/v1/metadata/publish", "{}").violations())
                    .as(more)
                    .containsExactly("permission_set/more:metadata.more_than_own");
        }
        Publishing.publish(
                shaper,
                "permission_set/more",
                "{\"label\":{\"en\":\"M\"},\"permissions\":[\"member.read\"],\"objects\":{\"visit\":{\"read\":true,\"hidden\":[\"secret\"]},"
                        + "\"call\":{\"create\":true,\"read\":true,\"rows\":\"all\"}}}",
                "object/call",
                "{\"label\":{\"en\":\"Call\"}}");
        assertThat(inviteWith(shaper, "wide")).isEqualTo("permission.more_than_own");
    }

    private String inviteWith(ApiClient inviter, String set) {
        return inviter.post(
                        MEMBERS,
                        "{\"name\":\"Y\",\"email\":\"%s\",\"permissionSets\":[\"%s\"]}"
                                .formatted(unique("y@one.example"), set))
                .code();
    }

    @Test
    void followsAnOverrideOfAShippedSet() {
        assertThat(admin.put(
                                "/api/v1/metadata/components/permission_set/brand_admin",
                                "{\"permissions\":[\"member.read\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.post("/api/v1/metadata/publish", "{}").violations())
                .containsExactly("permission_set/brand_admin:metadata.nobody_left");
        admin.delete("/api/v1/metadata/components/permission_set/brand_admin");
        Publishing.publish(admin, "permission_set/api_full", "{\"permissions\":[\"member.read\"]}");
        invite("program@one.example", "api_full");
        var program = member("program@one.example");
        assertThat(program.get(MEMBERS).status()).isEqualTo(200);
        assertThat(program.get("/api/v1/metadata/draft").status()).isEqualTo(403);
    }

    @Test
    void refusesNothingsInLists() {
        assertThat(admin.post(
                                MEMBERS,
                                "{\"name\":\"N\",\"email\":\"n@one.example\",\"partners\":[null],\"permissionSets\":[null]}")
                        .violations())
                .containsExactly("partners[0]:wrong_type");
        var created = invite("nulls@one.example", "api_full");
        assertThat(admin.with("If-Match", "\"1\"")
                        .patch(
                                created.header("Location"),
                                "{\"partners\":[null],\"permissionSets\":[\"api_full\",null]}")
                        .violations())
                .containsExactly("partners[0]:wrong_type");
    }

    @Test
    void locksOutADeactivatedMemberAtTheNextRequestAndTellsIdentity() {
        var created = invite("zhao@one.example", "brand_admin");
        var zhao = member("zhao@one.example");
        assertThat(zhao.get("/api/v1/me").status()).isEqualTo(200);
        admin.with("If-Match", created.header("ETag"))
                .patch(MEMBERS + "/" + created.json().path("id").asString(), "{\"active\":false}");
        assertThat(zhao.get("/api/v1/me").code()).isEqualTo("permission.not_a_member");
        var subject = TestIdentity.personOf(unique("zhao@one.example")).toString();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Boolean.FALSE.equals(TestIdentity.states().get(subject)));
        admin.with("If-Match", "\"2\"")
                .patch(MEMBERS + "/" + created.json().path("id").asString(), "{\"active\":true}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Boolean.TRUE.equals(TestIdentity.states().get(subject)));
    }

    @Test
    void refusesBadMembers() {
        assertThat(admin.post(MEMBERS, "{}").violations()).containsExactly("name:required", "email:required");
        assertThat(admin.post(MEMBERS, "{\"name\":\" \",\"email\":\"nowhere\",\"permissionSets\":[\"no_such_set\"]}")
                        .violations())
                .containsExactlyInAnyOrder(
                        "name:required", "email:email_form", "permissionSets:unknown_permission_set");
    }

    @Test
    void refusesWhatIdentityWouldRefuseAllAtOnce() {
        var refused = admin.post(MEMBERS, """
                {"name":"%s","email":"wáng@one.example","password":"short","permissionSets":["no_such_set"]}
                """.formatted("x".repeat(201)));
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "name:too_long",
                        "email:email_form",
                        "password:password_short",
                        "permissionSets:unknown_permission_set");
    }

    @Test
    void passesOnWhatIdentityRefuses() {
        String email = unique("guessed@one.example");
        TestIdentity.refuse(email, 400, """
                {"status":400,"code":"invalid_input","violations":[
                 {"field":"password","code":"password_short","message":"至少 12 个字符。","arguments":["12"]}]}
                """);
        var refused = admin.with("Accept-Language", "en")
                .post(MEMBERS, "{\"name\":\"Wu\",\"email\":\"" + email + "\",\"password\":\"Clear-river-42\"}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid_input");
        assertThat(refused.violations()).containsExactly("password:password_short");
        assertThat(refused.body()).contains("At least 12 characters.");
    }

    @ParameterizedTest
    @CsvSource({
        "404, 404, not_found",
        "409, 409, conflict",
        "413, 413, too_large",
        "429, 429, limit",
        "422, 400, invalid_input",
        "401, 503, permission.identity_down",
        "500, 503, permission.identity_down"
    })
    void tellsARefusalFromAnOutage(int answered, int status, String code) {
        String email = unique("status-" + answered + "@one.example");
        TestIdentity.refuse(email, answered, "no document");
        var refused = admin.post(MEMBERS, "{\"name\":\"Wu\",\"email\":\"" + email + "\"}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void refusesChangesOfOwnRightsAndOfAnOldVersion() {
        var me = admin.get("/api/v1/me").json().path("member");
        String path = MEMBERS + "/" + me.path("id").asString();
        assertThat(admin.with("If-Match", "\"1\"")
                        .patch(path, "{\"active\":false}")
                        .code())
                .isEqualTo("permission.own_rights");
        assertThat(admin.with("If-Match", "\"1\"")
                        .patch(path, "{\"name\":\"Boss\"}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.with("If-Match", "\"1\"")
                        .patch(path, "{\"name\":\"Chief\"}")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void pagesThroughAllMembers() {
        for (int i = 0; i < 4; i++) {
            invite("p" + i + "@one.example", "api_full");
        }
        var first = admin.get(MEMBERS + "?limit=3").json();
        assertThat(first.path("items").size()).isEqualTo(3);
        var second = admin.get(MEMBERS + "?limit=3&cursor=" + first.path("next").asString())
                .json();
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(admin.get(MEMBERS + "?cursor=%21").violations()).containsExactly("cursor:malformed");
    }

    @Test
    void keepsTenantsApart() { // T1
        var created = invite("qian@one.example", "brand_admin");
        var other = TenantFixture.create(context);
        var stranger = ApiClient.admin(context, other);
        String path = MEMBERS + "/" + created.json().path("id").asString();
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.with("If-Match", "\"1\"")
                        .patch(path, "{\"active\":false}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get(MEMBERS).json().path("items").size()).isEqualTo(1);
        var qian = TestIdentity.personOf(unique("qian@one.example")).toString();
        assertThat(ApiClient.of(context, other, qian).get("/api/v1/me").status())
                .isEqualTo(403);
    }

    private ApiClient.Answer invite(String email, String set) {
        return admin.post(
                MEMBERS,
                "{\"name\":\"李雷\",\"email\":\"%s\",\"permissionSets\":[\"%s\"]}".formatted(unique(email), set));
    }

    private ApiClient member(String email) {
        return ApiClient.of(
                context, tenant, TestIdentity.personOf(unique(email)).toString());
    }

    private String unique(String email) {
        return tenant.slug() + "." + email;
    }
}

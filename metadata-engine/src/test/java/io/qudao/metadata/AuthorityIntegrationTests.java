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

/** Whoever may publish gets no right by it that they do not have. */
@HttpTest
class AuthorityIntegrationTests {
    private static final String BASE = "/api/v1/metadata";
    private static final String PUBLISH = "{\"destructive\":true}";
    private static final String PAY = "{\"label\":{\"en\":\"Pay\"},\"type\":\"integer\"}";
    private static final String SETS = "\"permissions\":[\"metadata.read\",\"metadata.edit\",\"metadata.publish\"]";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        put(admin, "object/vault", "{\"label\":{\"en\":\"Vault\"}}");
        put(admin, "field/vault.pay", PAY);
        put(admin, "approval_process/vault.review", process("vault.decide"));
        put(admin, "permission_set/shaper", shaper("pay"));
        put(admin, "permission_set/editor", "{\"label\":{\"en\":\"E\"},\"permissions\":[\"metadata.edit\"]}");
        assertThat(admin.post(BASE + "/publish", PUBLISH).status()).isEqualTo(201);
    }

    @Test
    void refusesToShowAHiddenFieldUnderAnotherName() {
        var shaper = member("shaper");
        assertThat(shaper.post(BASE + "/components/field/vault.pay/rename", "{\"name\":\"wage\"}")
                        .status())
                .isEqualTo(200);
        put(shaper, "field/vault.pay", PAY);
        put(shaper, "permission_set/shaper", shaper("pay"));
        assertThat(shaper.post(BASE + "/publish", PUBLISH).violations())
                .contains("permission_set/shaper:metadata.more_than_own");
    }

    @Test
    void refusesToMoveADecisionOneMayNotMake() {
        var shaper = member("shaper");
        put(shaper, "approval_process/vault.review", process("metadata.read"));
        assertThat(shaper.post(BASE + "/publish", PUBLISH).violations())
                .containsExactly("approval_process/vault.review/approverPermission:metadata.more_than_own");
        put(admin, "approval_process/vault.review", process("metadata.read"));
        assertThat(admin.post(BASE + "/publish", PUBLISH).status()).isEqualTo(201);
    }

    @Test
    void publishesWhatOthersHaveEditedOnlyAsPlanned() {
        var set = admin.post(BASE + "/change-sets", "{\"name\":\"Mine\"}")
                .json()
                .path("id")
                .asString();
        var there = "?changeSet=" + set;
        assertThat(admin.put(BASE + "/components/object/safe" + there, "{\"label\":{\"en\":\"Safe\"}}")
                        .status())
                .isEqualTo(200);
        var editor = member("editor");
        assertThat(editor.put(BASE + "/components/field/safe.note" + there, PAY).status())
                .isEqualTo(200);
        assertThat(editor.delete(BASE + "/change-sets/" + set).status()).isEqualTo(403);
        assertThat(admin.post(BASE + "/publish" + there, PUBLISH).code()).isEqualTo("metadata.plan_changed");
        var seen = admin.get(BASE + "/plan" + there).json().path("fingerprint").asString();
        assertThat(admin.post(BASE + "/publish" + there, "{\"destructive\":true,\"fingerprint\":\"" + seen + "\"}")
                        .status())
                .isEqualTo(201);
    }

    private static String shaper(String hidden) {
        return "{\"label\":{\"en\":\"S\"}," + SETS
                + ",\"objects\":{\"vault\":{\"read\":true,\"rows\":\"all\",\"hidden\":[\"" + hidden + "\"]}}}";
    }

    private static String process(String permission) {
        return "{\"label\":{\"en\":\"Review\"},\"approverPermission\":\"" + permission + "\"}";
    }

    private ApiClient member(String set) {
        var email = set + "." + tenant.slug() + "@one.example";
        var invited = admin.post(
                "/api/v1/members",
                "{\"name\":\"%s\",\"email\":\"%s\",\"permissionSets\":[\"%s\"]}".formatted(set, email, set));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }

    private static void put(ApiClient client, String component, String document) {
        var answer = client.put(BASE + "/components/" + component, document);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}

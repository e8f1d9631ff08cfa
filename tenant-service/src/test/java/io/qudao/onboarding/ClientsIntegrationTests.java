package io.qudao.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.ControlStack;
import io.qudao.control.testing.Revoked;
import io.qudao.control.testing.StandingPlatform;
import io.qudao.control.testing.UiFlow;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class ClientsIntegrationTests {

    private static final String PATH = "/api/v1/clients";

    @Autowired
    private Calls calls;

    @Test
    void makesListsAndRevokesPrograms() {
        var tenant = calls.signUp("clients");
        var admin = "Bearer " + new UiFlow(calls, tenant).signIn().text("access_token");
        var created = calls.post(tenant.host(), PATH, Map.of("name", " ERP "), "Authorization", admin);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("name")).isEqualTo("ERP");
        assertThat(created.header("Cache-Control")).contains("no-store");
        var told = StandingPlatform.INSTANCE.told(tenant.slug()).getLast();
        assertThat(told.get("client").get("clientId").asString()).isEqualTo(created.text("id"));
        assertThat(calls.token(tenant.host(), created.text("id"), created.text("secret"))
                        .status())
                .isEqualTo(200);

        var list = calls.get(tenant.host(), PATH, "Authorization", admin);
        assertThat(list.json()
                        .get("items")
                        .valueStream()
                        .map(client -> client.get("name").asString()))
                .containsExactly("API", "ERP");
        assertThat(list.body()).contains("lastUsedAt").doesNotContain(created.text("secret"), "secret");

        var revoke = calls.delete(tenant.host(), PATH + "/" + created.text("id"), "Authorization", admin);
        assertThat(revoke.status()).isEqualTo(204);
        assertThat(calls.token(tenant.host(), created.text("id"), created.text("secret"))
                        .status())
                .isEqualTo(401);
        assertThat(calls.delete(tenant.host(), PATH + "/" + created.text("id"), "Authorization", admin)
                        .text("code"))
                .isEqualTo("not_found");
    }

    @Test
    void replacesASecretAndStopsTheOldWithItsTokens() {
        var tenant = calls.signUp("rotate");
        var admin = "Bearer " + new UiFlow(calls, tenant).signIn().text("access_token");
        var created = calls.post(tenant.host(), PATH, Map.of("name", "ERP"), "Authorization", admin);
        var old = calls.token(tenant.host(), created.text("id"), created.text("secret"));
        var renewed =
                calls.post(tenant.host(), PATH + "/" + created.text("id") + "/secret", "", "Authorization", admin);
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.header("Cache-Control")).contains("no-store");
        assertThat(renewed.text("id")).isEqualTo(created.text("id"));
        assertThat(calls.token(tenant.host(), created.text("id"), created.text("secret"))
                        .status())
                .isEqualTo(401);
        var fresh = calls.token(tenant.host(), renewed.text("id"), renewed.text("secret"));
        assertThat(fresh.status()).isEqualTo(200);
        var revoked = Revoked.ids(calls, tenant);
        assertThat(revoked).contains(Revoked.claim(old, "session")).doesNotContain(Revoked.claim(fresh, "session"));
        assertThat(calls.post(tenant.host(), PATH + "/" + new UUID(1, 2) + "/secret", "", "Authorization", admin)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tellsThePlatformAndTheNodesOfARemovedProgram() {
        var tenant = calls.signUp("removed");
        var admin = "Bearer " + new UiFlow(calls, tenant).signIn().text("access_token");
        var token = calls.token(tenant.host(), tenant.client(), tenant.secret());
        assertThat(calls.delete(tenant.host(), PATH + "/" + tenant.client(), "Authorization", admin)
                        .status())
                .isEqualTo(204);
        assertThat(Revoked.ids(calls, tenant)).contains(Revoked.claim(token, "session"));
        var told = StandingPlatform.INSTANCE.told(tenant.slug()).getLast().get("client");
        assertThat(told.get("clientId").asString()).isEqualTo(tenant.client());
        assertThat(told.get("active").asBoolean()).isFalse();
    }

    @Test
    void isForAdminsAndWhoHasAllRightsOnly() {
        var tenant = calls.signUp("admins");
        var email = "wu@" + tenant.slug() + ".example";
        calls.post(
                "127.0.0.1",
                "/internal/people",
                Map.of(
                        "tenantId",
                        tenant.id(),
                        "name",
                        "Wu",
                        "email",
                        email,
                        "locale",
                        "en",
                        "password",
                        "River-of-1000"),
                "Authorization",
                "Bearer " + ControlStack.INTERNAL_SECRET);
        var ui = new UiFlow(calls, tenant);
        var member = ui.exchange(ui.code(email, "River-of-1000")).text("access_token");
        for (String token : new String[] {member, calls.token(tenant)}) {
            var refused = calls.get(tenant.host(), PATH, "Authorization", "Bearer " + token);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("code")).isEqualTo("forbidden");
        }
        StandingPlatform.INSTANCE.grantAll(tenant.client());
        var program = "Bearer " + calls.token(tenant);
        assertThat(calls.post(tenant.host(), PATH, Map.of("name", "Second"), "Authorization", program)
                        .status())
                .isEqualTo(201);
        assertThat(calls.get(tenant.host(), PATH).status()).isEqualTo(401);
        assertThat(calls.get(tenant.host(), PATH, "Authorization", "Bearer x.y.z")
                        .text("code"))
                .isEqualTo("unauthenticated");
    }

    @Test
    void refusesBadInput() {
        var tenant = calls.signUp("badclients");
        var admin = "Bearer " + new UiFlow(calls, tenant).signIn().text("access_token");
        assertThat(calls.post(tenant.host(), PATH, Map.of("name", " "), "Authorization", admin)
                        .violations())
                .containsExactly("name: required");
        assertThat(calls.post(tenant.host(), PATH, Map.of("name", "x".repeat(81)), "Authorization", admin)
                        .violations())
                .containsExactly("name: too_long");
        assertThat(calls.post(tenant.host(), PATH, "{\"name\":\"a\",\"secret\":\"b\"}", "Authorization", admin)
                        .violations())
                .containsExactly("secret: unknown_field");
        assertThat(calls.delete(tenant.host(), PATH + "/not-an-id", "Authorization", admin)
                        .violations())
                .containsExactly("id: not_readable");
        assertThat(calls.delete(tenant.host(), PATH + "/" + new UUID(1, 2), "Authorization", admin)
                        .status())
                .isEqualTo(404);
    }
}

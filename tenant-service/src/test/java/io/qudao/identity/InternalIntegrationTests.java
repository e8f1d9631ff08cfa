package io.qudao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Answer;
import io.qudao.control.testing.Browser;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.ControlStack;
import io.qudao.control.testing.UiFlow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class InternalIntegrationTests {

    private static final String PEOPLE = "/internal/people";
    private static final String[] SECRET = {"Authorization", "Bearer " + ControlStack.INTERNAL_SECRET};

    @Autowired
    private Calls calls;

    @Test
    void knowsThePersonOfAnAddressAtOneTenantOnly() {
        var one = calls.signUp("one");
        var other = calls.signUp("other");
        var email = "wu@" + one.slug() + ".example";
        var created = admit(one.id(), email);
        assertThat(created.status()).isEqualTo(200);
        assertThat(admit(one.id(), email.toUpperCase(Locale.ROOT)).body()).isEqualTo(created.body());
        var elsewhere = admit(other.id(), " " + email + " ");
        assertThat(elsewhere.text("personId")).isNotEqualTo(created.text("personId"));
        assertThat(admit(other.id(), email).body()).isEqualTo(elsewhere.body());
        assertThat(admit(one.id(), "li@" + one.slug() + ".example").body()).isNotEqualTo(created.body());
    }

    @Test
    void tellsNothingOfWhoElseKnowsAnAddress() {
        var known = calls.signUp("known");
        var asking = calls.signUp("asking");
        var before = Instant.now();
        var familiar = admit(asking.id(), known.email());
        var fresh = admit(asking.id(), "nobody@" + asking.slug() + ".example");
        assertThat(familiar.status()).isEqualTo(fresh.status());
        assertThat(familiar.body()).hasSameSizeAs(fresh.body());
        for (Answer answer : List.of(familiar, fresh)) {
            long created = UUID.fromString(answer.text("personId")).getMostSignificantBits() >>> 16;
            assertThat(Instant.ofEpochMilli(created)).as("age of the id").isAfterOrEqualTo(before.minusMillis(1));
        }
    }

    @Test
    void needsTheInstallationsSecret() {
        var tenant = calls.signUp("secret");
        var token = calls.token(tenant);
        for (String authorization : new String[] {"Bearer wrong", "Bearer " + token, "Basic x", ""}) {
            var refused =
                    calls.post("127.0.0.1", PEOPLE, person(tenant.id(), "a@b.example"), "Authorization", authorization);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.text("code")).isEqualTo("unauthenticated");
        }
        assertThat(calls.post("127.0.0.1", PEOPLE, person(tenant.id(), "a@b.example"))
                        .status())
                .isEqualTo(401);
        assertThat(calls.post("127.0.0.1", "/internal/keys/rotate", "").status())
                .isEqualTo(401);
        assertThat(calls.post("127.0.0.1", "/internal/nothing", "").status()).isEqualTo(401);
    }

    @Test
    void namesWhatIsWrongAndStoresNothing() {
        assertThat(internal(Map.of("email", "nobody", "password", "short")).violations())
                .containsExactlyInAnyOrder(
                        "email: email_form", "name: required", "password: password_short", "tenantId: required");
        assertThat(internal(person(2_000_000, "a@b.example")).violations()).containsExactly("tenantId: tenant_unknown");
        assertThat(internal("{\"tenantId\": \"one\"}").violations()).containsExactly("tenantId: not_readable");
        assertThat(internal("{\"role\": \"admin\"}").violations()).containsExactly("role: unknown_field");
        assertThat(internal("[]").text("code")).isEqualTo("invalid_input");
    }

    @Test
    void changesAPasswordAndEndsWhatWasOpenUnderTheOld() {
        var tenant = calls.signUp("reset");
        var email = "wu@" + tenant.slug() + ".example";
        var path = PEOPLE + "/" + admit(tenant.id(), email).text("personId") + "/password";
        assertThat(put(path, Map.of("tenantId", tenant.id(), "password", "short"))
                        .violations())
                .containsExactly("password: password_short");
        assertThat(put(path, Map.of("tenantId", tenant.id(), "password", "River-of-1000"))
                        .status())
                .isEqualTo(204);
        var ui = new UiFlow(calls, tenant);
        var tokens = ui.exchange(ui.code(email, "River-of-1000"));
        assertThat(put(path, Map.of("tenantId", tenant.id(), "password", "River-of-2000"))
                        .status())
                .isEqualTo(204);
        assertThat(ui.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(Browser.path(ui.browser().get(ui.authorizePath()))).startsWith("/sign-in?");
        assertThat(put(
                                PEOPLE + "/" + new UUID(1, 2) + "/password",
                                Map.of("tenantId", tenant.id(), "password", "River-of-2000"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void dismissesMembersAtOneTenantOnly() {
        var one = calls.signUp("leave");
        var other = calls.signUp("stay");
        var email = "wu@" + one.slug() + ".example";
        var person = admit(one.id(), email).text("personId");
        var elsewhere = admit(other.id(), email).text("personId");
        put(PEOPLE + "/" + person + "/password", Map.of("tenantId", one.id(), "password", "River-of-1000"));
        put(PEOPLE + "/" + elsewhere + "/password", Map.of("tenantId", other.id(), "password", "River-of-1000"));
        var here = new UiFlow(calls, one);
        var there = new UiFlow(calls, other);
        var gone = here.exchange(here.code(email, "River-of-1000"));
        var kept = there.exchange(there.code(email, "River-of-1000"));

        var path = PEOPLE + "/" + person + "?tenantId=" + one.id();
        assertThat(calls.delete("127.0.0.1", path, SECRET).status()).isEqualTo(204);
        assertThat(calls.delete("127.0.0.1", path, SECRET).status()).isEqualTo(404);
        assertThat(here.refresh(gone.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(there.refresh(kept.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void refusesBodiesLargerThanAnyCanBe() {
        var answer = internal("{\"name\": \"" + "x".repeat(70_000) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("code")).isEqualTo("too_large");
    }

    @Test
    void keepsTheRequestIdOfTheGateway() {
        var answer = calls.post("127.0.0.1", PEOPLE, "{", "X-Request-Id", "gateway-0001");
        assertThat(answer.header("X-Request-Id")).isEqualTo("gateway-0001");
        assertThat(answer.text("reference")).isEqualTo("gateway-0001");
    }

    @Test
    void answersUnknownPathsWithAProblem() {
        var answer = calls.post(
                "127.0.0.1", "/internal/nothing", "{}", "Authorization", "Bearer " + ControlStack.INTERNAL_SECRET);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("not_found");
        assertThat(answer.text("reference")).isNotBlank();
    }

    @Test
    void tellsItsHealth() {
        assertThat(calls.get("127.0.0.1", "/actuator/health/readiness").text("status"))
                .isEqualTo("UP");
        assertThat(calls.get("127.0.0.1", "/actuator/health/liveness").text("status"))
                .isEqualTo("UP");
        assertThat(calls.get("127.0.0.1", "/actuator/env").status()).isEqualTo(404);
    }

    private Answer admit(int tenant, String email) {
        return internal(person(tenant, email));
    }

    private Answer put(String path, Object body) {
        return calls.put("127.0.0.1", path, body, SECRET);
    }

    private Answer internal(Object body) {
        return calls.post("127.0.0.1", PEOPLE, body, "Authorization", "Bearer " + ControlStack.INTERNAL_SECRET);
    }

    private static Map<String, Object> person(int tenant, String email) {
        return Map.of("tenantId", tenant, "name", "Wu", "email", email, "locale", "zh-CN");
    }
}

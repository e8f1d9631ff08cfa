package io.qudao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Answer;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.ControlStack;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class InternalIntegrationTests {

    private static final String PEOPLE = "/internal/people";

    @Autowired
    private Calls calls;

    @Test
    void findsOrMakesThePersonOfAnAddress() {
        var one = calls.signUp("one");
        var other = calls.signUp("other");
        var email = "wu@" + one.slug() + ".example";
        var made = admit(one.id(), email);
        assertThat(made.status()).isEqualTo(200);
        assertThat(admit(one.id(), email.toUpperCase(Locale.ROOT)).body()).isEqualTo(made.body());
        assertThat(admit(other.id(), " " + email + " ").body()).isEqualTo(made.body());
        assertThat(admit(one.id(), "li@" + one.slug() + ".example").body()).isNotEqualTo(made.body());
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

    private Answer internal(Object body) {
        return calls.post("127.0.0.1", PEOPLE, body, "Authorization", "Bearer " + ControlStack.INTERNAL_SECRET);
    }

    private static Map<String, Object> person(int tenant, String email) {
        return Map.of("tenantId", tenant, "name", "Wu", "email", email, "locale", "zh-CN");
    }
}

package io.qudao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Answer;
import io.qudao.control.testing.Browser;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.SetClock;
import io.qudao.control.testing.StandingPlatform;
import io.qudao.control.testing.UiFlow;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class SignInIntegrationTests {

    @Autowired
    private Calls calls;

    @Autowired
    private SetClock clock;

    @AfterEach
    void reset() {
        clock.reset();
        StandingPlatform.INSTANCE.acceptAll();
    }

    @Test
    void wearsTheTenantsBrandInBothLanguages() {
        var tenant = calls.signUp("brand");
        var english = calls.get(tenant.host(), "/sign-in", "Accept-Language", "en-GB");
        assertThat(english.body()).contains("<html lang=\"en\">", "Company " + tenant.slug(), ">C</div>", "Password");
        var chinese = calls.get(tenant.host(), "/sign-in", "Accept-Language", "zh");
        assertThat(chinese.body()).contains("<html lang=\"zh-CN\">", "密码");
        assertThat(calls.get(tenant.host(), "/identity/brand.css").body()).isEqualTo(":root{--accent:#0f766e}\n");
        var switched = new Browser(calls, tenant.host());
        switched.get("/sign-in?language=zh-CN");
        assertThat(switched.get("/sign-in").body()).contains("密码");
    }

    @Test
    void tellsBrowsersToBeCareful() {
        var page = calls.get(calls.signUp("headers").host(), "/sign-in");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void answersTheSameToUnknownPersonAndWrongPassword() {
        var tenant = calls.signUp("same");
        var wrong = attempt(tenant, tenant.email(), "Not-the-password-1");
        var unknown = attempt(tenant, "nobody@" + tenant.slug() + ".example", "Not-the-password-1");
        assertThat(wrong.status()).isEqualTo(400).isEqualTo(unknown.status());
        assertThat(wrong.body()).contains("E-mail or password is not right.");
        assertThat(comparable(wrong, tenant.email()))
                .isEqualTo(comparable(unknown, "nobody@" + tenant.slug() + ".example"));
    }

    @Test
    void limitsAttemptsForAPersonWhoeverTries() {
        var tenant = calls.signUp("limit");
        for (int i = 0; i < 3; i++) {
            assertThat(attempt(tenant, tenant.email().toUpperCase(Locale.ROOT), "wrong-password")
                            .status())
                    .isEqualTo(400);
        }
        var refused = attempt(tenant, tenant.email(), Calls.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(800, 901);
        assertThat(refused.body()).contains("Wait 15 minutes");
        var unknown = "ghost@" + tenant.slug() + ".example";
        for (int i = 0; i < 3; i++) {
            attempt(tenant, unknown, "wrong-password");
        }
        assertThat(attempt(tenant, unknown, "wrong-password").status())
                .as("an unknown person is limited alike")
                .isEqualTo(429);
    }

    @Test
    void limitsAttemptsFromOneAddressWhoeverIsTried() {
        var tenant = calls.signUp("spray");
        var browser = new Browser(calls, tenant.host());
        for (int i = 0; i < 6; i++) {
            assertThat(submit(browser, Calls.fresh("person") + "@spray.example", "wrong-password")
                            .status())
                    .isEqualTo(400);
        }
        assertThat(submit(browser, tenant.email(), Calls.PASSWORD).status()).isEqualTo(429);
        assertThat(attempt(tenant, tenant.email(), Calls.PASSWORD).status())
                .as("another address is free")
                .isEqualTo(303);
    }

    @Test
    void letsAWholeOfficeSignInFromOneAddress() {
        var tenant = calls.signUp("office");
        var browser = new Browser(calls, tenant.host());
        for (int i = 0; i < 10; i++) {
            browser.cookies().clear();
            assertThat(submit(browser, tenant.email(), Calls.PASSWORD).status()).isEqualTo(303);
        }
    }

    @Test
    void forgetsFailuresAfterSuccess() {
        var tenant = calls.signUp("forget");
        for (int round = 0; round < 2; round++) {
            attempt(tenant, tenant.email(), "wrong-password");
            attempt(tenant, tenant.email(), "wrong-password");
            assertThat(attempt(tenant, tenant.email(), Calls.PASSWORD).status()).isEqualTo(303);
        }
    }

    @Test
    void needsTheFormOfItsOwnPage() {
        var tenant = calls.signUp("forged");
        var browser = new Browser(calls, tenant.host());
        browser.get("/sign-in");
        var forged = browser.post("/sign-in", Map.of("email", tenant.email(), "password", Calls.PASSWORD));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.body()).contains("This is not for you");
        assertThat(browser.cookies()).doesNotContainKey("QUDAO_SIGNIN");
    }

    @Test
    void takesNoSessionKeyFromOutside() {
        var tenant = calls.signUp("fixed");
        var browser = new Browser(calls, tenant.host());
        browser.cookies().put("QUDAO_SIGNIN", "planted-by-somebody");
        submit(browser, tenant.email(), Calls.PASSWORD);
        assertThat(browser.cookies().get("QUDAO_SIGNIN"))
                .isNotEqualTo("planted-by-somebody")
                .hasSize(43);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/oauth2/authorize?",
                "//evil.example/oauth2/authorize?x",
                "/\\evil.example",
                "/oauth2/authorize?a=b\r\nSet-Cookie: x=y",
                "/connect/logout?x"
            })
    void goesNowhereItWasLuredTo(String wanted) {
        var tenant = calls.signUp("lured");
        var browser = new Browser(calls, tenant.host());
        var page = browser.get("/sign-in");
        var answer = browser.submit(
                page, "/sign-in", Map.of("email", tenant.email(), "password", Calls.PASSWORD, "continue", wanted));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(answer.header("Set-Cookie")).startsWith("QUDAO_SIGNIN=").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void endsSessionAfterItsTime() {
        var ui = new UiFlow(calls, calls.signUp("expired"));
        ui.signIn();
        clock.advance(Duration.ofHours(13));
        assertThat(Browser.path(ui.browser().get(ui.authorizePath()))).startsWith("/sign-in?continue=");
    }

    @Test
    void waitsWhileTheTenantIsPrepared() {
        var slug = Calls.fresh("waiting");
        StandingPlatform.INSTANCE.refuse(slug);
        calls.post(Calls.SITE, "/api/v1/sign-up", Calls.signUpBody(slug, "lin@waiting.example", false));
        var page = calls.get(slug + ".localhost:8080", "/sign-in");
        assertThat(page.body()).contains("Your workspace is being prepared.");
        assertThat(page.header("Refresh")).isEqualTo("2");
    }

    @Test
    void survivesStrangeInput() {
        var tenant = calls.signUp("strange");
        assertThat(attempt(tenant, Calls.fresh("no-address"), "").status()).isEqualTo(400);
        assertThat(attempt(tenant, Calls.fresh("'; drop table person; --"), "x".repeat(5_000))
                        .status())
                .isEqualTo(400);
        assertThat(attempt(tenant, Calls.fresh("\u0000"), "\u0000").status()).isEqualTo(400);
        assertThat(attempt(tenant, "<script>alert(1)</script>", "x").body()).doesNotContain("<script>alert");
    }

    private Answer attempt(Calls.Tenant tenant, String email, String password) {
        return submit(new Browser(calls, tenant.host()), email, password);
    }

    private static Answer submit(Browser browser, String email, String password) {
        return browser.submit(browser.get("/sign-in"), "/sign-in", Map.of("email", email, "password", password));
    }

    private static String comparable(Answer answer, String email) {
        return answer.body().replace(email, "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}

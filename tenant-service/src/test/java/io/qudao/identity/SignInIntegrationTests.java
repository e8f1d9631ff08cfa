package io.qudao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Answer;
import io.qudao.control.testing.Browser;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.SetClock;
import io.qudao.control.testing.StandingPlatform;
import io.qudao.control.testing.UiFlow;
import io.qudao.kernel.TenantId;
import java.time.Duration;
import java.util.List;
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

    @Autowired
    private SignIn signIn;

    @AfterEach
    void reset() {
        clock.reset();
        StandingPlatform.INSTANCE.acceptAll();
    }

    @Test
    void wearsTheTenantsBrandInEveryLanguage() {
        var tenant = calls.signUp("brand");
        var english = calls.get(tenant.host(), "/sign-in", "Accept-Language", "en-GB");
        assertThat(english.body()).contains("<html lang=\"en\">", "Company " + tenant.slug(), ">C</div>", "Password");
        var chinese = calls.get(tenant.host(), "/sign-in", "Accept-Language", "zh");
        assertThat(chinese.body()).contains("<html lang=\"zh-CN\">", "密码", ">繁體中文</a>");
        var traditional = calls.get(tenant.host(), "/sign-in", "Accept-Language", "zh-HK");
        assertThat(traditional.body())
                .contains("<html lang=\"zh-TW\">", "密碼", "登入")
                .containsPattern("hreflang=\"zh-TW\"\\s*aria-current=\"true\"");
        assertThat(calls.get(tenant.host(), "/identity/brand.css").body()).isEqualTo(":root{--accent:#0f766e}\n");
        var switched = new Browser(calls, tenant.host());
        switched.get("/sign-in?language=zh-CN");
        assertThat(switched.get("/sign-in").body()).contains("密码");
        switched.get("/sign-in?language=zh-TW");
        assertThat(switched.get("/sign-in").body()).contains("密碼");
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
    void letsNobodyKeepWhatCarriesASecretAndPutsNoSessionIntoAddresses() {
        var tenant = calls.signUp("kept");
        var ui = new UiFlow(calls, tenant);
        var asked = ui.browser().get(ui.authorizePath());
        var page = ui.browser().get(Browser.path(asked));
        var entries = Map.of("email", tenant.email(), "password", Calls.PASSWORD);
        var signedIn = ui.browser().submit(page, "/sign-in", entries);
        var granted = ui.browser().get(Browser.path(signedIn));
        var tokens = ui.exchange(ui.codeIn(granted));
        var program = calls.token(tenant.host(), tenant.client(), tenant.secret());
        var slug = Calls.fresh("kept");
        var created = calls.post(Calls.SITE, "/api/v1/sign-up", Calls.signUpBody(slug, "a@" + slug + ".example", true));
        var form = calls.get(Calls.SITE, "/sign-up");
        for (var answer : List.of(asked, page, signedIn, granted, tokens, program, created, form)) {
            assertThat(answer.header("Cache-Control"))
                    .as(answer.response().uri().getPath())
                    .contains("no-store");
            assertThat(answer.header("Location") + answer.body()).doesNotContainIgnoringCase("jsessionid");
            assertThat(answer.header("Set-Cookie")).doesNotContain("JSESSIONID");
        }
    }

    @Test
    void answersTheSameToUnknownPersonAndWrongPassword() {
        var tenant = calls.signUp("same");
        var wrong = attempt(tenant, tenant.email(), "Not-the-password-1");
        var unknown = attempt(tenant, "nobody@" + tenant.slug() + ".example", "Not-the-password-1");
        assertThat(wrong.status()).isEqualTo(400).isEqualTo(unknown.status());
        assertThat(wrong.body()).contains("The e-mail or the password is wrong.");
        assertThat(comparable(wrong, tenant.email()))
                .isEqualTo(comparable(unknown, "nobody@" + tenant.slug() + ".example"));
    }

    @Test
    void slowsGuessingDownMoreAndMore() {
        var tenant = calls.signUp("slow");
        var browser = new Browser(calls, tenant.host());
        guess(browser, tenant.email().toUpperCase(Locale.ROOT));
        for (int wait : new int[] {32, 60, 60}) {
            var refused = submit(browser, tenant.email(), Calls.PASSWORD);
            assertThat(refused.status()).as("before " + wait + " s").isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, wait + 1);
            assertThat(refused.body()).contains("Too many attempts.");
            clock.advance(Duration.ofSeconds(wait));
            assertThat(submit(browser, tenant.email(), "wrong-password").status())
                    .as("after " + wait + " s")
                    .isEqualTo(400);
        }
        clock.advance(Duration.ofSeconds(60));
        assertThat(submit(browser, tenant.email(), Calls.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void slowsAnUnknownPersonDownAlike() {
        var tenant = calls.signUp("ghost");
        var browser = new Browser(calls, tenant.host());
        var ghost = "ghost@" + tenant.slug() + ".example";
        guess(browser, ghost);
        assertThat(submit(browser, ghost, "wrong-password").status()).isEqualTo(429);
    }

    /** Wrong passwords until the next wait is 32 seconds, longer than any machine takes for a request. */
    private void guess(Browser browser, String email) {
        for (int wait : new int[] {0, 0, 0, 1, 2, 4, 8, 16}) {
            clock.advance(Duration.ofSeconds(wait));
            assertThat(submit(browser, email, "wrong-password").status()).isEqualTo(400);
        }
    }

    @Test
    void letsAStrangerShutNobodyOut() {
        var tenant = calls.signUp("nat");
        var other = calls.signUp("nat-other");
        var attacker = new Browser(calls, tenant.host());
        var known = new Browser(calls, tenant.host(), attacker.address());
        assertThat(submit(known, tenant.email(), Calls.PASSWORD).status()).isEqualTo(303);
        var device = Map.of("QUDAO_DEVICE", known.cookies().get("QUDAO_DEVICE"));
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            var result = signIn.attempt(
                    new TenantId(tenant.id()), tenant.email(), "wrong-" + i, new Origin(attacker.address(), null));
            refused += result instanceof SignInResult.TooMany ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(900);
        assertThat(submit(new Browser(calls, other.host(), attacker.address()), other.email(), Calls.PASSWORD)
                        .status())
                .as("another tenant in the same network")
                .isEqualTo(303);
        assertThat(attempt(tenant, tenant.email(), Calls.PASSWORD).status())
                .as("the same person from elsewhere")
                .isEqualTo(303);
        known.cookies().clear();
        known.cookies().putAll(device);
        assertThat(submit(known, tenant.email(), Calls.PASSWORD).status())
                .as("the device of the person in the same network")
                .isEqualTo(303);
    }

    @Test
    void slowsGuessingDownOnAKnownDeviceToo() {
        var tenant = calls.signUp("device");
        var browser = new Browser(calls, tenant.host());
        submit(browser, tenant.email(), Calls.PASSWORD);
        browser.cookies().remove("QUDAO_SIGNIN");
        guess(browser, tenant.email());
        assertThat(submit(browser, tenant.email(), Calls.PASSWORD).status()).isEqualTo(429);
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
        assertThat(forged.body()).contains("You have no access to this");
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

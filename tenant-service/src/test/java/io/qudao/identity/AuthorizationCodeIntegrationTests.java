package io.qudao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.qudao.control.testing.Browser;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.Rows;
import io.qudao.control.testing.UiFlow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ControlPlaneTest
class AuthorizationCodeIntegrationTests {

    @Autowired
    private Calls calls;

    @Test
    void describesItselfAtTheTenantsHost() {
        var tenant = calls.signUp("discover");
        var described =
                calls.get(tenant.host(), "/.well-known/openid-configuration").json();
        assertThat(described.get("issuer").asString()).isEqualTo(tenant.origin());
        assertThat(described.get("authorization_endpoint").asString()).isEqualTo(tenant.origin() + "/oauth2/authorize");
        assertThat(described.get("token_endpoint").asString()).isEqualTo(tenant.origin() + "/oauth2/token");
        assertThat(described.get("jwks_uri").asString()).isEqualTo(tenant.origin() + "/oauth2/jwks");
        assertThat(described.get("userinfo_endpoint").asString()).isEqualTo(tenant.origin() + "/userinfo");
        assertThat(described.get("end_session_endpoint").asString()).isEqualTo(tenant.origin() + "/connect/logout");
    }

    @Test
    void signsPersonInAndSaysWhoTheyAre() throws Exception {
        var tenant = calls.signUp("flow");
        var ui = new UiFlow(calls, tenant);
        var tokens = ui.signIn();

        assertThat(tokens.status()).isEqualTo(200);
        var access = SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet();
        assertThat(access.getIssuer()).isEqualTo(tenant.origin());
        assertThat(access.getIntegerClaim("tid")).isEqualTo(tenant.id());
        assertThat(access.getStringClaim("tenant")).isEqualTo(tenant.slug());
        assertThat(access.getStringClaim("email")).isEqualTo(tenant.email());
        assertThat(access.getStringClaim("name")).isEqualTo("Lin Wei");
        assertThat(access.getStringClaim("locale")).isEqualTo("zh-CN");
        assertThat(access.getStringClaim("client_id")).isEqualTo("qudao-ui");
        assertThat(access.getStringListClaim("scope")).contains("openid", "api");
        var id = SignedJWT.parse(tokens.text("id_token")).getJWTClaimsSet();
        assertThat(id.getSubject()).isEqualTo(access.getSubject());
        assertThat(id.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(id.getStringClaim("sid")).isNotBlank();

        var info = calls.get(tenant.host(), "/userinfo", "Authorization", "Bearer " + tokens.text("access_token"));
        assertThat(info.text("sub")).isEqualTo(access.getSubject());
        assertThat(info.text("email")).isEqualTo(tenant.email());
        assertThat(info.text("name")).isEqualTo("Lin Wei");
        assertThat(ui.browser().cookies()).containsKey("QUDAO_SIGNIN").doesNotContainKey("JSESSIONID");
    }

    @Test
    void keepsStateAndAsksNoPasswordOfWhoIsSignedIn() {
        var ui = new UiFlow(calls, calls.signUp("single"));
        ui.signIn();
        var again = ui.browser().get(ui.authorizePath());
        assertThat(again.status()).isEqualTo(302);
        assertThat(UiFlow.parameters(again.header("Location"))).containsEntry("state", "st {1} ate");
        assertThat(ui.exchange(ui.codeIn(again)).status()).isEqualTo(200);
        assertThat(Browser.path(ui.browser().get("/sign-in"))).isEqualTo("/");
    }

    @Test
    void refusesWithoutProofKey() {
        var ui = new UiFlow(calls, calls.signUp("pkce"));
        var answer = ui.browser().get(ui.authorizePath().replaceAll("code_challenge[^&]*&?", ""));
        assertThat(UiFlow.parameters(answer.header("Location"))).containsEntry("error", "invalid_request");
    }

    @Test
    void refusesWrongVerifierSecretAndRedirect() {
        var tenant = calls.signUp("strict");
        var ui = new UiFlow(calls, tenant);
        var form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                ui.code(tenant.email(), Calls.PASSWORD),
                "redirect_uri",
                ui.redirect(),
                "code_verifier",
                "another-verifier-of-enough-length-for-the-standard");
        assertThat(ui.token(form).text("error")).isEqualTo("invalid_grant");
        assertThat(calls.form(tenant.host(), "/oauth2/token", form, UiFlow.CLIENT, "wrong-secret")
                        .status())
                .isEqualTo(401);
        var elsewhere = ui.browser().get(ui.authorizePath().replace("%2Flogin", "%2Fevil"));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.header("Location")).isEmpty();
    }

    @Test
    void takesCodeOnce() throws Exception {
        var tenant = calls.signUp("once");
        var ui = new UiFlow(calls, tenant);
        var code = ui.code(tenant.email(), Calls.PASSWORD);
        Callable<Integer> exchange = () -> ui.exchange(code).status();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var statuses = threads.invokeAll(List.of(exchange, exchange, exchange, exchange)).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(200).contains(400);
        }
    }

    @Test
    void refreshesWithANewRefreshTokenEachTime() {
        var ui = new UiFlow(calls, calls.signUp("refresh"));
        var first = ui.signIn();
        var second = ui.refresh(first.text("refresh_token"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(ui.refresh(first.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(ui.refresh(second.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void endsEverythingOnSignOutAndComesBackToTheTenant() {
        var tenant = calls.signUp("bye");
        var ui = new UiFlow(calls, tenant);
        var tokens = ui.signIn();
        var out = ui.browser()
                .get("/connect/logout?id_token_hint=" + tokens.text("id_token") + "&post_logout_redirect_uri="
                        + tenant.origin() + "/");

        assertThat(out.status()).isEqualTo(302);
        assertThat(out.header("Location")).isEqualTo(tenant.origin() + "/");
        assertThat(ui.browser().cookies()).doesNotContainKey("QUDAO_SIGNIN");
        assertThat(ui.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(Browser.path(ui.browser().get(ui.authorizePath()))).startsWith("/sign-in?continue=");
    }

    @Test
    void endsSessionOnSignOutWithoutItsCookie() {
        var tenant = calls.signUp("remote");
        var ui = new UiFlow(calls, tenant);
        var tokens = ui.signIn();
        var other = new Browser(calls, tenant.host());
        assertThat(other.get("/connect/logout?id_token_hint=" + tokens.text("id_token"))
                        .status())
                .isEqualTo(302);
        assertThat(Browser.path(ui.browser().get(ui.authorizePath()))).startsWith("/sign-in?continue=");
    }

    @Test
    void asksOnItsPageWhereTheHintIsOld() {
        var ui = new UiFlow(calls, calls.signUp("stale"));
        var tokens = ui.signIn();
        ui.refresh(tokens.text("refresh_token"));
        var out = ui.browser().get("/connect/logout?id_token_hint=" + tokens.text("id_token"));
        assertThat(Browser.path(out)).isEqualTo("/sign-out");
        assertThat(ui.browser().get("/sign-out").body()).contains("Stay signed in");
    }

    @Test
    void signsOutOnItsPageToo() {
        var ui = new UiFlow(calls, calls.signUp("page"));
        ui.signIn();
        var page = ui.browser().get("/sign-out");
        assertThat(page.body()).contains("Sign out").contains("Stay signed in");
        assertThat(Browser.path(ui.browser().submit(page, "/sign-out", Map.of())))
                .isEqualTo("/sign-out");
        assertThat(ui.browser().get("/sign-out").body()).contains("You are signed out.");
        assertThat(Browser.path(ui.browser().get(ui.authorizePath()))).startsWith("/sign-in?continue=");
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        var tenant = calls.signUp("hashed");
        var tokens = new UiFlow(calls, tenant).signIn();
        var grants = Rows.of("select content::text from authorization_grant", tenant.id());
        assertThat(grants).isNotEmpty();
        for (String kind : List.of("access_token", "refresh_token", "id_token")) {
            assertThat(grants).noneMatch(row -> row.contains(tokens.text(kind)));
        }
        assertThat(Rows.of("select secret_hash from api_client", tenant.id())).doesNotContain(tenant.secret());
        assertThat(Rows.of("select password_hash from membership", tenant.id()))
                .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }
}

package io.qudao.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.qudao.control.ControlPlane;
import io.qudao.control.testing.Answer;
import io.qudao.control.testing.Browser;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.ControlStack;
import io.qudao.control.testing.Rows;
import io.qudao.control.testing.UiFlow;
import io.qudao.testing.Endpoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two tenants, every endpoint: what belongs to one opens nothing at the other's host. */
@ControlPlaneTest
class WallIntegrationTests {

    private static final List<String> GUARDED =
            List.of("membership", "api_client", "sign_in_session", "authorization_grant", "tenant_domain");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Calls calls;

    private Calls.Tenant one;
    private Calls.Tenant other;

    @BeforeEach
    void makeTenants() {
        one = calls.signUp("one");
        other = calls.signUp("other");
    }

    /** What is there without the installation's secret; one more wants a case here or a reason why it holds nothing. */
    @Test
    void knowsEveryEndpoint() { // T2
        assertThat(Endpoints.of(context, ControlPlane.class).keySet())
                .filteredOn(endpoint -> !endpoint.contains(" /internal/"))
                .containsExactlyInAnyOrder(
                        "GET /api/v1/clients",
                        "POST /api/v1/clients",
                        "DELETE /api/v1/clients/{id}",
                        "POST /api/v1/clients/{id}/secret",
                        "GET /sign-in",
                        "POST /sign-in",
                        "GET /sign-out",
                        "POST /sign-out",
                        "GET /identity/brand.css",
                        "GET /",
                        "GET /sign-up",
                        "POST /sign-up",
                        "POST /api/v1/sign-up");
    }

    @Test
    void wearsNobodyElsesColours() { // T1
        var slug = Calls.fresh("red");
        var body = new HashMap<>(Calls.signUpBody(slug, "admin@" + slug + ".example", false));
        body.put("accent", "#b91c1c");
        assertThat(calls.post(Calls.SITE, "/api/v1/sign-up", body).status()).isEqualTo(201);
        assertThat(calls.get(slug + ".localhost:8080", "/identity/brand.css").body())
                .containsIgnoringCase("#b91c1c");
        assertThat(calls.get(one.host(), "/identity/brand.css").body()).doesNotContainIgnoringCase("#b91c1c");
    }

    @Test
    void refusesTokensElsewhere() { // T1
        var person = new UiFlow(calls, one).signIn().text("access_token");
        var program = calls.token(one);
        for (String token : List.of(person, program)) {
            assertThat(calls.get(other.host(), "/userinfo", "Authorization", "Bearer " + token)
                            .status())
                    .isEqualTo(401);
            var list = calls.get(other.host(), "/api/v1/clients", "Authorization", "Bearer " + token);
            assertThat(list.status()).isEqualTo(401);
            assertThat(list.text("code")).isEqualTo("unauthenticated");
            assertThat(calls.post(
                                    other.host(),
                                    "/api/v1/clients",
                                    Map.of("name", "Spy"),
                                    "Authorization",
                                    "Bearer " + token)
                            .status())
                    .isEqualTo(401);
            assertThat(calls.post(
                                    other.host(),
                                    "/api/v1/clients/" + other.client() + "/secret",
                                    "",
                                    "Authorization",
                                    "Bearer " + token)
                            .status())
                    .isEqualTo(401);
            assertThat(calls.delete(
                                    other.host(),
                                    "/api/v1/clients/" + other.client(),
                                    "Authorization",
                                    "Bearer " + token)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void knowsNoTokenOfAnotherAtTheTokenEndpoints() { // T1
        var ui = new UiFlow(calls, one);
        var tokens = ui.signIn();
        var elsewhere = new UiFlow(calls, other);
        assertThat(elsewhere.refresh(tokens.text("refresh_token")).text("error"))
                .isEqualTo("invalid_grant");
        assertThat(elsewhere
                        .exchange(ui.codeIn(ui.browser().get(ui.authorizePath())))
                        .text("error"))
                .isEqualTo("invalid_grant");
        for (String kind : List.of("access_token", "refresh_token")) {
            var form = Map.of("token", tokens.text(kind));
            assertThat(calls.form(other.host(), "/oauth2/introspect", form, UiFlow.CLIENT, ControlStack.UI_SECRET)
                            .json()
                            .get("active")
                            .asBoolean())
                    .isFalse();
            calls.form(other.host(), "/oauth2/revoke", form, UiFlow.CLIENT, ControlStack.UI_SECRET);
        }
        assertThat(ui.refresh(tokens.text("refresh_token")).status())
                .as("revoking elsewhere changed nothing here")
                .isEqualTo(200);
        var out = calls.get(other.host(), "/connect/logout?id_token_hint=" + tokens.text("id_token"));
        assertThat(Browser.path(out)).isEqualTo("/sign-out");
        assertThat(ui.browser().get(ui.authorizePath()).header("Location"))
                .as("still signed in here")
                .startsWith(ui.redirect());
    }

    @Test
    void knowsNoSessionOfAnother() { // T1
        var ui = new UiFlow(calls, one);
        ui.signIn();
        var elsewhere = new UiFlow(calls, other);
        elsewhere.browser().cookies().putAll(ui.browser().cookies());
        assertThat(Browser.path(elsewhere.browser().get(elsewhere.authorizePath())))
                .startsWith("/sign-in?continue=");
        assertThat(elsewhere.browser().get("/sign-in").status()).isEqualTo(200);
        var page = elsewhere.browser().get("/sign-out");
        assertThat(page.body()).contains("You are signed out.");
        assertThat(ui.browser().get(ui.authorizePath()).header("Location")).startsWith(ui.redirect());
    }

    @Test
    void redirectsToNoOtherTenant() { // T1
        var ui = new UiFlow(calls, one);
        ui.signIn();
        var lured = ui.browser().get(ui.authorizePath().replace(one.slug(), other.slug()));
        assertThat(lured.status()).isEqualTo(400);
    }

    @Test
    void signsOnePersonInAtBothTenantsEachForItself() throws Exception { // T1
        var email = "both@" + one.slug() + ".example";
        var first = calls.signUp(Calls.fresh("first"), email);
        var second = calls.signUp(Calls.fresh("second"), email);
        var here = new UiFlow(calls, first).signIn();
        var there = new UiFlow(calls, second).signIn();
        assertThat(claims(here).getSubject()).isNotEqualTo(claims(there).getSubject());
        assertThat(claims(here).getStringClaim("tenant")).isEqualTo(first.slug());
        assertThat(claims(there).getStringClaim("tenant")).isEqualTo(second.slug());
    }

    @Test
    void opensNoTenantByAPasswordGivenAtAnother() { // T1
        var email = "shared@" + one.slug() + ".example";
        person(one, email, "Given-by-one-1");
        person(other, email, "Given-by-other-2");
        assertThat(signIn(one, email, "Given-by-one-1")).isEqualTo(303);
        assertThat(signIn(other, email, "Given-by-other-2")).isEqualTo(303);
        assertThat(signIn(other, email, "Given-by-one-1")).isEqualTo(400);
        assertThat(signIn(other, one.email(), Calls.PASSWORD))
                .as("not a member there")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/.well-known/openid-configuration",
                "/userinfo",
                "/connect/logout",
                "/sign-out",
                "/identity/brand.css",
                "/api/v1/clients"
            })
    void servesTenantsPathsAtTenantsOnly(String path) { // T1
        assertThat(calls.get(Calls.SITE, path).status()).isEqualTo(404);
        assertThat(calls.get("nobody-here.localhost:8080", path).status()).isEqualTo(404);
        assertThat(calls.get("deep.er.localhost:8080", path).status()).isEqualTo(404);
        assertThat(calls.get("evil.example", path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-up", "/api/v1/sign-up"})
    void servesTheSiteAtTheSiteOnly(String path) {
        assertThat(calls.get(one.host(), path).status()).isEqualTo(404);
        assertThat(calls.get("evil.example", path).status()).isEqualTo(404);
    }

    @Test
    void findsTenantByTheHostItBrought() {
        var host = "orders." + one.slug() + ".example";
        Rows.change("insert into tenant_domain (tenant_id, host) values (" + one.id() + ", '" + host + "')", one.id());
        assertThat(calls.get(host, "/.well-known/openid-configuration").text("issuer"))
                .isEqualTo("http://" + host + ":8080");
        assertThat(Rows.of("select host from tenant_domain", other.id())).isEmpty();
    }

    @Test
    void showsTheWorkingRoleRowsOfOneTenantOrNone() { // T1
        new UiFlow(calls, one).signIn();
        new UiFlow(calls, other).signIn();
        for (String table : GUARDED) {
            assertThat(Rows.of("select tenant_id from " + table, 0)).isEmpty();
            assertThat(Rows.of("select tenant_id from " + table, one.id())).allMatch(String.valueOf(one.id())::equals);
        }
        assertThat(Rows.of("select tenant_id from sign_in_session", one.id())).hasSize(1);
    }

    private void person(Calls.Tenant tenant, String email, String password) {
        var answer = calls.post(
                "127.0.0.1",
                "/internal/people",
                Map.of("tenantId", tenant.id(), "name", "Wu", "email", email, "locale", "en", "password", password),
                "Authorization",
                "Bearer " + ControlStack.INTERNAL_SECRET);
        assertThat(answer.status()).isEqualTo(200);
    }

    private int signIn(Calls.Tenant tenant, String email, String password) {
        var browser = new Browser(calls, tenant.host());
        return browser.submit(browser.get("/sign-in"), "/sign-in", Map.of("email", email, "password", password))
                .status();
    }

    private static JWTClaimsSet claims(Answer tokens) throws Exception {
        return SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet();
    }
}

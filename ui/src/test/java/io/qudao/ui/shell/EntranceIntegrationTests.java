package io.qudao.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.qudao.kernel.AccessTokens;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.permission.Members;
import io.qudao.permission.PermissionProblem;
import io.qudao.permission.Revocations;
import io.qudao.rest.ProblemWriter;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.tenancy.Tenants;
import io.qudao.testing.ApiClient;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import io.qudao.ui.NodeTest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** How people come in, and who does not. */
@NodeTest
class EntranceIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient stranger;
    private final String signIn = Ids.next().toString();
    private String language = "none";

    @BeforeEach
    void stranger() {
        tenant = TenantFixture.create(context);
        stranger = ApiClient.anonymous(context, tenant).with("Accept", "text/html");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/catalogue", "/orders", "/business", "/objects/loan", "/work", "/build"})
    void asksStrangersToSignIn(String path) {
        var answer = stranger.get(path);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/oauth2/authorization/qudao");
    }

    @Test
    void tellsAPageThatItsSessionHasEnded() {
        var answer = stranger.with("Cookie", "QUDAO_SESSION=ended").send("POST", "/?v-r=uidl&v-uiId=0", "{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"sessionExpired\":true");
    }

    @Test
    void showsStrangersNoPicture() {
        assertThat(stranger.get("/pictures/" + new UUID(1, 1)).status()).isEqualTo(302);
    }

    @Test
    void sendsThemToTheirTenantsOwnSignInWithProof() {
        var answer = stranger.get("/oauth2/authorization/qudao");
        var origin = "http://" + tenant.slug() + ".localhost:8080";
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .startsWith(origin + "/oauth2/authorize?")
                .contains("client_id=qudao-ui", "code_challenge_method=S256")
                .contains("redirect_uri=" + origin + "/login/oauth2/code/qudao");
    }

    @Test
    void isReadyAndDressed() {
        var readiness = ApiClient.anonymous(context, tenant).get("/actuator/health/readiness");
        assertThat(readiness.json().path("status").asString()).isEqualTo("UP");
        assertThat(stranger.get("/tokens.css").status()).isEqualTo(200);
        assertThat(stranger.get("/component.js").status()).isEqualTo(200);
    }

    @Test
    void tellsPeopleWhoAreNoMembersSoInTheirLanguage() throws IOException {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept", "text/html");
        request.addPreferredLocale(Locale.SIMPLIFIED_CHINESE);
        var response = new MockHttpServletResponse();
        var problem = new ProblemException(PermissionProblem.NOT_A_MEMBER, "<b>Acme</b>");
        context.getBean(RefusalPage.class).write(request, response, problem);
        assertThat(RefusalPage.isFor(request)).isTrue();
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("没有权限").doesNotContain("<b>");
    }

    @Test
    void endsTheSessionOfSomebodyWhoIsNoMemberAnyMore() throws Exception {
        var response = new MockHttpServletResponse();
        var session = new MockHttpSession();
        enter(UUID.randomUUID(), session, response, (page, answer) -> fail("no member saw the page"));
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("href=\"/sign-out\"");
        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void keepsTheSessionOfAMemberWhomAPageRefuses() throws Exception {
        var response = new MockHttpServletResponse();
        var session = new MockHttpSession();
        enter(TenantFixture.adminOf(tenant), session, response, (page, answer) -> {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        });
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void endsASessionThatWasSignedOutElsewhere() throws Exception {
        TestIdentity.revoke(tenant, signIn);
        var revocations = context.getBean(Revocations.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> revocations.isRevoked(tenant.id(), signIn));
        var response = new MockHttpServletResponse();
        var session = new MockHttpSession();
        enter(TenantFixture.adminOf(tenant), session, response, (page, answer) -> fail("nobody saw the page"));
        assertThat(response.getRedirectedUrl()).isEqualTo("/");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void readsTheLanguageThatWasChosenOnTheSignInPage() throws Exception {
        var spoken = new AtomicReference<Locale>();
        language = "en";
        enter(
                TenantFixture.adminOf(tenant),
                new MockHttpSession(),
                new MockHttpServletResponse(),
                (page, answer) -> spoken.set(TenantScope.caller().locale()));
        assertThat(spoken.get()).isEqualTo(Locale.ENGLISH);
        language = "zh-CN";
        enter(
                TenantFixture.adminOf(tenant),
                new MockHttpSession(),
                new MockHttpServletResponse(),
                (page, answer) -> spoken.set(TenantScope.caller().locale()));
        assertThat(spoken.get()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        language = "zh-TW";
        enter(
                TenantFixture.adminOf(tenant),
                new MockHttpSession(),
                new MockHttpServletResponse(),
                (page, answer) -> spoken.set(TenantScope.caller().locale()));
        assertThat(spoken.get()).isEqualTo(Locale.TRADITIONAL_CHINESE);
    }

    /** Asks for the first page with a session in which this person has signed in. */
    private void enter(UUID person, MockHttpSession session, MockHttpServletResponse response, FilterChain page)
            throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept", "text/html");
        request.setServerName(tenant.slug() + ".localhost");
        request.setSession(session);
        request.setCookies(new Cookie("QUDAO_LANGUAGE", language));
        var token = OidcIdToken.withTokenValue("token")
                .subject(person.toString())
                .claim("tenant", tenant.slug())
                .claim(AccessTokens.SESSION, signIn)
                .build();
        var user = new DefaultOidcUser(List.of(), token);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, null));
        new PageCallerFilter(
                        context.getBean(Tenants.class),
                        context.getBean(Members.class),
                        context.getBean(Revocations.class),
                        context.getBean(ProblemWriter.class),
                        context.getBean(RefusalPage.class))
                .doFilter(request, response, page);
    }
}

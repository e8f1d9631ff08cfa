package io.qudao.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.ProblemException;
import io.qudao.permission.PermissionProblems;
import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.TenantFixture;
import io.qudao.ui.NodeTest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How people come in, and who does not. */
@NodeTest
class EntranceIntegrationTests {
    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient stranger;

    @BeforeEach
    void stranger() {
        tenant = TenantFixture.create(context);
        stranger = ApiClient.anonymous(context, tenant).with("Accept", "text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/catalogue", "/orders", "/business", "/work", "/build"})
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
        var problem = new ProblemException(PermissionProblems.NOT_A_MEMBER, "<b>Acme</b>");
        context.getBean(RefusalPage.class).write(request, response, problem);
        assertThat(RefusalPage.isFor(request)).isTrue();
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("没有权限").doesNotContain("<b>");
    }
}

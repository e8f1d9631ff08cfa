package io.qudao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.control.testing.Answer;
import io.qudao.control.testing.Browser;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.ControlStack;
import io.qudao.control.testing.Revoked;
import io.qudao.control.testing.UiFlow;
import io.qudao.kernel.AccessTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** What opens the API, and how soon it does no more. */
@ControlPlaneTest
class RevocationIntegrationTests {

    private static final String CLIENTS = "/api/v1/clients";
    private static final String[] SECRET = {"Authorization", "Bearer " + ControlStack.INTERNAL_SECRET};

    @Autowired
    private Calls calls;

    @Autowired
    private RedisConnectionFactory redis;

    private Calls.Tenant tenant;
    private UiFlow ui;
    private Answer tokens;

    @BeforeEach
    void signIn() {
        tenant = calls.signUp("revoke");
        ui = new UiFlow(calls, tenant);
        tokens = ui.signIn();
    }

    @Test
    void opensTheApiToAccessTokensOfTheApiOnly() {
        assertThat(statusWith(tokens.text("access_token"))).isEqualTo(200);
        assertThat(statusWith(tokens.text("id_token"))).isEqualTo(401);
        assertThat(statusWith(tokens.text("refresh_token"))).isEqualTo(401);
        var narrow = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.text("refresh_token"),
                "scope",
                "openid profile");
        var other = ui.token(narrow).text("access_token");
        assertThat(statusWith(other)).isEqualTo(401);
        assertThat(calls.get(tenant.host(), "/userinfo", "Authorization", "Bearer " + other)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void revokesAnAccessTokenAtOnce() {
        var form = Map.of("token", tokens.text("access_token"));
        assertThat(calls.form(tenant.host(), "/oauth2/revoke", form, UiFlow.CLIENT, ControlStack.UI_SECRET)
                        .status())
                .isEqualTo(200);
        assertThat(statusWith(tokens.text("access_token"))).isEqualTo(401);
        assertThat(calls.get(tenant.host(), "/userinfo", "Authorization", "Bearer " + tokens.text("access_token"))
                        .status())
                .isEqualTo(401);
        assertThat(Revoked.ids(calls, tenant)).containsExactly(Revoked.claim(tokens, "jti"));
    }

    @Test
    void endsTheTokensOfASessionWithIt() {
        var page = ui.browser().get("/sign-out");
        ui.browser().submit(page, "/sign-out", Map.of());
        assertThat(statusWith(tokens.text("access_token"))).isEqualTo(401);
        assertThat(Revoked.ids(calls, tenant)).containsExactly(Revoked.claim(tokens, "session"));
    }

    @Test
    void signsOutOnAllDevices() {
        var elsewhere = new UiFlow(calls, tenant);
        var others = elsewhere.signIn();
        ui.browser().submit(ui.browser().get("/sign-out"), "/sign-out", Map.of("everywhere", "true"));
        assertThat(statusWith(others.text("access_token"))).isEqualTo(401);
        assertThat(Browser.path(elsewhere.browser().get(elsewhere.authorizePath())))
                .startsWith("/sign-in?");
        assertThat(Revoked.ids(calls, tenant))
                .containsExactlyInAnyOrder(Revoked.claim(tokens, "session"), Revoked.claim(others, "session"));
    }

    @Test
    void putsAMemberOutOfWorkAndBack() {
        var person = Revoked.claim(tokens, "sub");
        assertThat(state(person, false)).isEqualTo(204);
        assertThat(statusWith(tokens.text("access_token"))).isEqualTo(401);
        assertThat(ui.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        var browser = new Browser(calls, tenant.host());
        var entries = Map.of("email", tenant.email(), "password", Calls.PASSWORD);
        assertThat(browser.submit(browser.get("/sign-in"), "/sign-in", entries).status())
                .isEqualTo(400);
        assertThat(state(person, true)).isEqualTo(204);
        assertThat(statusWith(ui.signIn().text("access_token"))).isEqualTo(200);
    }

    @Test
    void putsAProgramOutOfWorkAndBack() {
        var token = calls.token(tenant.host(), tenant.client(), tenant.secret());
        assertThat(state(tenant.client(), true)).isEqualTo(204);
        assertThat(Revoked.ids(calls, tenant)).as("it worked all along").isEmpty();
        assertThat(state(tenant.client(), false)).isEqualTo(204);
        assertThat(Revoked.ids(calls, tenant)).containsExactly(Revoked.claim(token, "session"));
        assertThat(calls.token(tenant.host(), tenant.client(), tenant.secret()).status())
                .isEqualTo(401);
        assertThat(state(tenant.client(), true)).isEqualTo(204);
        var again = calls.token(tenant.host(), tenant.client(), tenant.secret());
        assertThat(Revoked.ids(calls, tenant)).doesNotContain(Revoked.claim(again, "session"));
        assertThat(state("00000000-0000-0001-0000-000000000002", false)).isEqualTo(404);
    }

    @Test
    void tellsTheNodesOverRedis() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(redis);
        container.addMessageListener(
                (message, pattern) -> heard.add(new String(message.getBody(), StandardCharsets.UTF_8)),
                ChannelTopic.of(AccessTokens.REVOKED_CHANNEL));
        container.afterPropertiesSet();
        container.start();
        try {
            state(Revoked.claim(tokens, "sub"), false);
            var expected = tenant.id() + " " + Revoked.claim(tokens, "session");
            await().atMost(Duration.ofSeconds(30)).until(() -> heard.contains(expected));
        } finally {
            container.destroy();
        }
    }

    @Test
    void tellsOnlyWhatIsNewToWhoAskedBefore() {
        state(Revoked.claim(tokens, "sub"), false);
        var all = calls.get("127.0.0.1", "/internal/revocations", SECRET);
        var later = calls.get("127.0.0.1", "/internal/revocations?since=" + all.text("asOf"), SECRET);
        assertThat(all.json().get("revoked").size()).isPositive();
        assertThat(later.json().get("revoked").size()).isZero();
    }

    private int state(String id, boolean active) {
        return calls.put(
                        "127.0.0.1",
                        "/internal/members/" + id + "/state",
                        Map.of("tenantId", tenant.id(), "active", active),
                        SECRET)
                .status();
    }

    private int statusWith(String token) {
        return calls.get(tenant.host(), CLIENTS, "Authorization", "Bearer " + token)
                .status();
    }
}

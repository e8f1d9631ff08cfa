package io.qudao.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.control.testing.Answer;
import io.qudao.control.testing.Browser;
import io.qudao.control.testing.Calls;
import io.qudao.control.testing.ControlPlaneTest;
import io.qudao.control.testing.ControlStack;
import io.qudao.control.testing.UiFlow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is sent, the fault is the sender's. */
@ControlPlaneTest
class HostileRequestsIntegrationTests {

    private static final String[] SECRET = {"Authorization", "Bearer " + ControlStack.INTERNAL_SECRET};

    @Autowired
    private Calls calls;

    static Stream<String> bodies() {
        return Stream.of(
                "",
                "null",
                "1",
                "\"text\"",
                "[null]",
                "{\"a\"",
                "[".repeat(3_000),
                "{\"company\":\"\\ud800\",\"name\":\"\\udc00x\",\"email\":\"\\ud800@a.example\","
                        + "\"password\":\"0123456789\\ud800\",\"slug\":\"\\ud800\",\"locale\":\"\\ud800\"}",
                "{\"name\":\"\\u0000\",\"email\":\"\\u0000\",\"password\":\"\\u0000\",\"tenantId\":1}",
                "{\"tenantId\":99999999999,\"active\":1}",
                "{\"tenantId\":1e400,\"active\":\"maybe\"}",
                "{\"tenantId\":-1,\"name\":\"Wu\",\"email\":\"a@b.example\",\"locale\":\"\\ud800\"}",
                "{\"tenantId\":" + "9".repeat(2_000) + "}",
                "{\"name\":[null],\"email\":{},\"password\":[[]]}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refusesBodiesThatAreNone(String body) {
        var id = "00000000-0000-0001-0000-000000000002";
        isSendersFault(calls.post(Calls.SITE, "/api/v1/sign-up", body));
        isSendersFault(calls.post("127.0.0.1", "/internal/people", body, SECRET));
        isSendersFault(calls.putText("127.0.0.1", "/internal/people/" + id + "/password", body, SECRET));
        isSendersFault(calls.putText("127.0.0.1", "/internal/members/" + id + "/state", body, SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/*", "nonsense", "multipart/form-data", "application/json;charset=none", ";"})
    void refusesContentOfNoType(String type) {
        isSendersFault(calls.postAs(type, Calls.SITE, "/api/v1/sign-up", "{}"));
        isSendersFault(calls.postAs(type, "127.0.0.1", "/internal/people", "{}", SECRET));
        isSendersFault(calls.postAs(type, Calls.SITE, "/sign-up", "company=A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in?continue=%00",
                "/sign-in?language=%ED%A0%80",
                "/sign-in?language=%00",
                "/sign-in;jsessionid=1",
                "/sign-out?x=%00",
                "/oauth2/authorize",
                "/oauth2/authorize?client_id=%00&response_type=code",
                "/oauth2/authorize?client_id=qudao-ui&response_type=code&state=%00",
                "/connect/logout?id_token_hint=%00",
                "/identity/assets/%2e%2e/application.properties",
                "/identity/assets/%00",
                "/%ED%A0%80"
            })
    void refusesOddAddresses(String path) {
        assertThat(calls.get(calls.signUp("odd").host(), path).status()).isLessThan(500);
    }

    @Test
    void storesNoTextThatTheDatabaseCannotHold() {
        var ui = new UiFlow(calls, calls.signUp("state"));
        ui.signIn();
        var path = ui.authorizePath().replaceFirst("state=[^&]*", "state=a%00b");
        assertThat(ui.browser().get(path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\ufffd", "a\u0000b@example.com"})
    void survivesOddForms(String text) {
        var tenant = calls.signUp("forms");
        var browser = new Browser(calls, tenant.host());
        var entries = Map.of("email", text, "password", text, "continue", text, "everywhere", text, "tenant", text);
        for (String path : List.of("/sign-in", "/sign-out")) {
            assertThat(browser.submit(browser.get("/sign-in"), path, entries).status())
                    .isLessThan(500);
        }
        var form = Map.of("grant_type", "client_credentials", "scope", text, "client_id", text, "token", text);
        for (String path : List.of("/oauth2/token", "/oauth2/revoke", "/oauth2/introspect", "/oauth2/par")) {
            assertThat(calls.form(tenant.host(), path, form, tenant.client(), tenant.secret())
                            .status())
                    .isLessThan(500);
        }
    }

    @Test
    void survivesOddHeadersAndCookies() {
        var tenant = calls.signUp("cookies");
        for (String odd : List.of("x", "%00", "\"\"", "-_-", "x".repeat(1_500), "a.b.c")) {
            var cookies = "QUDAO_SIGNIN=%1$s; QUDAO_DEVICE=%1$s; QUDAO_LANGUAGE=%1$s; QUDAO_FORM=%1$s".formatted(odd);
            assertThat(calls.get(tenant.host(), "/sign-in", "Cookie", cookies).status())
                    .isLessThan(500);
        }
        assertThat(calls.get(tenant.host(), "/sign-in", "Accept-Language", "*;q=x,,-", "Accept", "nonsense")
                        .status())
                .isLessThan(500);
        assertThat(calls.get(tenant.host(), "/sign-in", "X-Forwarded-For", "fe80::1%eth0, nonsense")
                        .status())
                .isLessThan(500);
    }

    private static void isSendersFault(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    }
}

package io.qudao.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** Bad input of every kind, over HTTP. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class CommonProblemIntegrationTests {
    private static final String PROBE = "/api/v1/probe";
    private static final String GOOD = "{'name':'a','lines':[{'quantity':1}],'colour':'dark_blue'}".replace('\'', '"');

    @Autowired
    private ApplicationContext context;

    private ApiClient api;

    @BeforeEach
    void signIn() {
        api = ApiClient.admin(context, TenantFixture.create(context));
    }

    @Test
    void echoesGoodInputInOrderOfItsFields() {
        var answer = api.post(PROBE, GOOD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"name\":\"a\",\"lines\":[{\"quantity\":1,\"price\":null}],"
                        + "\"colour\":\"dark_blue\",\"partner\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'a',}                          | malformed     | :malformed_json",
                "{'name':'a'} {}                        | malformed     | :malformed_json",
                "not json                               | malformed     | :malformed_json",
                "{'name':'a','name':'b'}                | malformed     | :malformed_json",
                "{'nam':'a'}                            | invalid_input | nam:unknown_field",
                "{'lines':[{'quantity':1,'colour':1}]}  | invalid_input | lines[0].colour:unknown_field",
                "{'lines':[{'quantity':1},{'quantity':1.5}]} | invalid_input | lines[1].quantity:wrong_value",
                "{'lines':[{'quantity':'1'}]}           | invalid_input | lines[0].quantity:wrong_type",
                "{'lines':[{'quantity':99999999999}]}   | invalid_input | lines[0].quantity:wrong_type",
                "{'lines':[null]}                       | invalid_input | lines[0]:wrong_type",
                "{'lines':{'quantity':1}}               | invalid_input | lines:wrong_type",
                "{'lines':[{'price':'12'}]}             | invalid_input | lines[0].price:wrong_type",
                "{'colour':'green'}                     | invalid_input | colour:wrong_value",
                "{'colour':1}                           | invalid_input | colour:wrong_value",
                "{'partner':'12'}                       | invalid_input | partner:wrong_value",
                "[]                                     | invalid_input | :wrong_type",
            })
    void namesFieldAndReason(String body, String code, String violation) {
        var answer = api.post(PROBE, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.violations()).containsExactly(violation);
        assertThat(answer.json().path("violations").path(0).path("message").asString())
                .isNotBlank()
                .doesNotStartWith("violation.");
    }

    @Test
    void refusesMissingBodyWrongTypeAndWrongMethod() {
        assertThat(api.with("Content-Type", "application/json").post(PROBE, "").violations())
                .containsExactly(":missing_body");
        var type = api.with("Content-Type", "text/plain").post(PROBE, GOOD);
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.code()).isEqualTo("rest.media_type");
        var method = api.delete(PROBE);
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).isEqualTo("POST");
        assertThat(method.code()).isEqualTo("rest.method");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "nonsense",
                "application/json; charset=nonsense",
                "multipart/form-data",
                "multipart/form-data; boundary="
            })
    void refusesContentOfNoType(String type) {
        var answer = api.with("Content-Type", type).post(PROBE, GOOD);
        assertThat(answer.status()).as(answer.body()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("rest.no_media_type");
    }

    @Test
    void refusesParametersThatAreNoText() {
        var answer = api.get(PROBE + "/0196b8f0-0000-7000-8000-000000000000?page=%ED%A0%80");
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("rest.request");
    }

    @Test
    void keepsWhatComesFromOutsideOnItsLineOfTheLog(CapturedOutput log) {
        api.post(PROBE, "{\"one\\n2026-01-31T08:00:00.000Z ERROR forged\\u001b[2K\\u2028by name\":1}");
        api.get(PROBE + "/fail/forger");
        assertThat(log)
                .contains("one⏎2026-01-31T08:00:00.000Z ERROR forged⏎[2K⏎by name")
                .contains("IllegalStateException: one⏎2026-01-31T08:00:00.000Z ERROR forged⏎by ⏎[2K⏎cause")
                .doesNotContain("\u001b[2K", "\u009b");
        assertThat(log.toString().lines()).noneMatch(line -> line.startsWith("2026-01-31") || line.startsWith("by "));
    }

    @Test
    void refusesUnknownAddressAndParameters() {
        var nothing = api.get("/api/v1/nothing/here");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.code()).isEqualTo("rest.no_endpoint");
        var id = "/api/v1/probe/0196b8f0-0000-7000-8000-000000000000";
        assertThat(api.get(id).violations()).containsExactly("page:required");
        assertThat(api.get(id + "?page=x").violations()).containsExactly("page:wrong_type");
        assertThat(api.get("/api/v1/probe/12?page=1").violations()).containsExactly("id:wrong_type");
        assertThat(api.get("/api/v1/probe/..%2f..?page=1").status()).isEqualTo(400);
    }

    @Test
    void refusesBodyAboveLimit() {
        byte[] large = ("{\"name\":\"" + "x".repeat(5 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        var answer = api.send("POST", PROBE, large);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too_large");
    }

    @Test
    void refusesStaleVersion() {
        assertThat(api.post(PROBE + "/tag", "").violations()).containsExactly("If-Match:required");
        assertThat(api.with("If-Match", "7").post(PROBE + "/tag", "").violations())
                .containsExactly("If-Match:entity_tag");
        assertThat(api.with("If-Match", "\"6\"").post(PROBE + "/tag", "").status())
                .isEqualTo(412);
        assertThat(api.with("If-Match", "\"7\"").post(PROBE + "/tag", "").status())
                .isEqualTo(200);
        assertThat(api.get(PROBE + "/fail/stale").status()).isEqualTo(412);
    }

    @Test
    void tellsAllViolationsWithTheirRows() {
        var answer = api.get(PROBE + "/fail/rule");
        assertThat(answer.violations()).containsExactly("a:required", "b:too_long");
        assertThat(answer.json().path("violations").path(1).path("row").asInt()).isEqualTo(12);
        assertThat(answer.json().path("violations").path(0).has("row")).isFalse();
    }

    @Test
    void hidesBugsButLogsThemUnderTheirReference(CapturedOutput log) {
        var answer = api.with("X-Request-Id", "request-12345").get(PROBE + "/fail/bug");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("internal");
        assertThat(answer.body()).doesNotContain("secret detail");
        assertThat(answer.json().path("reference").asString()).isEqualTo("request-12345");
        assertThat(log).contains("request-12345").contains("secret detail");
    }

    @Test
    void saysThatAServiceIsDown() {
        var answer = api.get(PROBE + "/fail/down");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void speaksTheLanguageAskedForElseTheCallers() {
        assertThat(detail("zh-TW,zh;q=0.9")).isEqualTo("輸入內容有誤。");
        assertThat(detail("zh-HK")).isEqualTo("輸入內容有誤。");
        assertThat(detail("zh-Hant-MO,en;q=0.9")).isEqualTo("輸入內容有誤。");
        assertThat(detail("zh-SG,en;q=0.9")).isEqualTo("输入内容有误。");
        assertThat(detail("fr, en;q=0.5")).isEqualTo("The input is not valid.");
        assertThat(detail("fr")).isEqualTo("输入内容有误。");
        assertThat(detail(";;;")).isEqualTo("输入内容有误。");
        assertThat(api.get(PROBE + "/fail/rule").json().path("detail").asString())
                .isEqualTo("输入内容有误。");
    }

    private String detail(String language) {
        return api.with("Accept-Language", language)
                .get(PROBE + "/fail/rule")
                .json()
                .path("detail")
                .asString();
    }
}

package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.imports.RawWorkbook;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Small inputs that would grow without bound if they were computed with: refused, each naming what is wrong. */
@HttpTest
class EngineHostileInputIntegrationTests {
    private static final String HUGE = "1E2000000000";

    @Autowired
    private ApplicationContext context;

    private ApiClient api;

    @BeforeEach
    void makeObject() {
        api = ApiClient.admin(context, TenantFixture.create(context));
        Publishing.publish(
                api,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"}}",
                "field/visit.guests",
                "{\"label\":{\"en\":\"Guests\"},\"type\":\"integer\",\"filterable\":true}",
                "field/visit.spent",
                "{\"label\":{\"en\":\"Spent\"},\"type\":\"money\",\"precision\":12,\"scale\":2}",
                "field/visit.share",
                "{\"label\":{\"en\":\"Share\"},\"type\":\"decimal\",\"precision\":12,\"scale\":4,\"filterable\":true}",
                "field/visit.weight",
                "{\"label\":{\"en\":\"Weight\"},\"type\":\"decimal\",\"precision\":12,\"scale\":4}",
                "field/visit.note",
                "{\"label\":{\"en\":\"Note\"},\"type\":\"text\",\"length\":50}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guests", "spent", "share", "note", "nothing", "1e-2000000000"})
    void refusesNumbersOfTooManyDigitsInRecords(String what) {
        var number = what.startsWith("1") ? what : HUGE;
        var field = what.startsWith("1") ? "share" : what;
        var record = "{\"%s\":%s}".formatted(field, number);
        assertThat(api.post("/api/v1/records/visit", record).violations()).containsExactly(field + ":number_too_long");
        assertThat(api.post("/api/v1/records/visit/batch", "{\"records\":[{},%s]}".formatted(record))
                        .violations())
                .containsExactly("records[1]." + field + ":number_too_long");
        assertThat(api.post(
                                "/api/v1/records/visit",
                                "{\"spent\":{\"amount\":%s,\"currency\":\"CNY\"}}".formatted(number))
                        .violations())
                .containsExactly("spent.amount:number_too_long");
        assertThat(api.post("/api/v1/records/visit", "{\"name\":\"a\",\"share\":\"%s\"}".formatted(number))
                        .violations())
                .containsExactly("share:wrong_type");
    }

    @Test
    void refusesNumbersOfTooManyDigitsInListsAndComponents() {
        assertThat(api.post("/api/v1/records/visit/query", "{\"filter\":\"share > %s\"}".formatted("9".repeat(5_000)))
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/api/v1/records/visit/query", "{\"limit\":" + HUGE + "}")
                        .status())
                .isEqualTo(400);
        api.post("/api/v1/records/visit", "{\"name\":\"a\",\"weight\":1}");
        api.post("/api/v1/records/visit", "{\"name\":\"b\",\"weight\":2}");
        var page = api.get("/api/v1/records/visit?sort=weight&limit=1");
        var cursor = new String(
                Base64.getUrlDecoder().decode(page.json().path("next").asString()), StandardCharsets.UTF_8);
        assertThat(cursor).contains("\"1.0000\"");
        var forged = Base64.getUrlEncoder()
                .encodeToString(cursor.replace("\"1.0000\"", "\"" + HUGE + "\"").getBytes(StandardCharsets.UTF_8));
        assertThat(api.get("/api/v1/records/visit?sort=weight&limit=1&cursor=" + forged)
                        .violations())
                .containsExactly("cursor:malformed");
        assertThat(component("{\"label\":{\"en\":\"N\"},\"type\":\"text\",\"length\":" + HUGE + "}")
                        .violations())
                .containsExactly("length:metadata.wrong_type");
    }

    @Test
    void refusesComponentsThatAreNestedTooDeepOrNoJson() {
        assertThat(component("{\"a\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}")
                        .code())
                .isEqualTo("malformed");
        assertThat(component("[".repeat(3_000)).code()).isEqualTo("malformed");
        assertThat(api.post("/api/v1/records/visit", "{\"note\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}")
                        .code())
                .isEqualTo("malformed");
        assertThat(api.with("Content-Type", "text/plain")
                        .put("/api/v1/metadata/components/field/visit.more", "{}")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void refusesSheetsWithNumbersOfTooManyDigits() {
        for (String number : new String[] {HUGE, "1E-2000000000", "9".repeat(100_000)}) {
            var answer = api.with("Content-Type", "application/octet-stream")
                    .send("POST", "/api/v1/imports?target=probes&wait=true", sheet(number));
            assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        }
    }

    private static byte[] sheet(String number) {
        return RawWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c>"
                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>quantity</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>" + number + "</v></c></row>")
                .formats()
                .bytes();
    }

    private Answer component(String json) {
        return api.put("/api/v1/metadata/components/field/visit.more", json);
    }
}

package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Lists of all standard objects by all their fields, and what clients may get wrong when they ask for them. */
@HttpTest
class RecordListsIntegrationTests {
    private static final String RECORDS = "/api/v1/records/";
    private static final String ALL = "?limit=200&sort=";

    @Autowired
    private ApplicationContext context;

    private ApiClient admin;

    @BeforeEach
    void openShop() {
        admin = new Shop(context, "lists", "12.50").admin;
        for (String tier : List.of("null", "3", "1", "3")) {
            admin.post(
                    RECORDS + "partner",
                    "{\"code\":\"T%s\",\"name\":\"N\",\"role\":\"OUTLET\",\"tier\":%s}"
                            .formatted(
                                    admin.get(RECORDS + "partner")
                                            .json()
                                            .path("items")
                                            .size(),
                                    tier));
        }
    }

    @Test
    void pagesByEveryFieldOfEveryObjectUpAndDown() {
        int sorted = 0;
        for (JsonNode object : objects()) {
            String records = RECORDS + object.path("name").asString();
            for (String field : fields(object)) {
                for (String sort : List.of(field, "-" + field)) {
                    var whole = admin.get(records + ALL + sort);
                    assertThat(whole.status()).as(sort + whole.body()).isEqualTo(200);
                    assertThat(pages(records, sort)).as(records + " by " + sort).isEqualTo(ids(whole.json()));
                    sorted++;
                }
            }
        }
        assertThat(sorted).isGreaterThan(100);
    }

    @Test
    void takesNumbersOfSixtyFourBitsForEveryWholeNumber() {
        for (JsonNode object : objects()) {
            String records = RECORDS + object.path("name").asString();
            var first = admin.get(records).json().path("items").path(0);
            for (JsonNode field : object.path("fields")) {
                if (field.path("type").asString().equals("integer")) {
                    String name = field.path("name").asString();
                    for (long number : new long[] {5_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE}) {
                        assertThat(admin.get(records + "?filter="
                                                + encoded(
                                                        name + " != " + number + " || " + name + " * " + name + " > 1"))
                                        .status())
                                .as(name)
                                .isEqualTo(200);
                        var patched = admin.with(
                                        "If-Match", "\"" + first.path("version").asInt() + "\"")
                                .patch(
                                        records + "/" + first.path("id").asString(),
                                        "{\"%s\":%d}".formatted(name, number));
                        assertThat(patched.status()).as(patched.body()).isEqualTo(400);
                    }
                }
            }
        }
        assertThat(admin.post(
                                RECORDS + "partner",
                                "{\"code\":\"N\",\"name\":\"N\",\"role\":\"OUTLET\",\"tier\":5000000000}")
                        .violations())
                .containsExactly("tier:out_of_range");
    }

    @Test
    void refusesHolesInListsByTheirPlace() {
        String query = RECORDS + "partner/query";
        assertThat(admin.post(query, "{\"sort\":[\"code\",null]}").violations()).containsExactly("sort[1]:wrong_type");
        assertThat(admin.post(query, "{\"fields\":[null]}").violations()).containsExactly("fields[0]:wrong_type");
        assertThat(admin.post(RECORDS + "partner/batch", "{\"records\":[null]}").violations())
                .containsExactly("records[0]:wrong_type");
    }

    @Test
    void refusesCharactersThatCannotBeStoredWhereverTheyStand() {
        for (String bad : List.of("%ED%A0%80", "%ED%B0%80", "%ff", "%00")) {
            for (String address : List.of(
                    RECORDS + "partner?filter=code%20%3D%3D%20'" + bad + "'",
                    RECORDS + "partner?cursor=" + bad,
                    RECORDS + "partner?" + bad + "=1",
                    "/api/v1/partners?q=" + bad,
                    "/api/v1/search?q=" + bad)) {
                var answer = admin.get(address);
                assertThat(answer.status()).as(address + answer.body()).isEqualTo(400);
                assertThat(answer.code()).as(address).isEqualTo(bad.equals("%00") ? "invalid_input" : "rest.request");
            }
            assertThat(admin.get(RECORDS + bad).status()).isBetween(400, 404);
        }
        for (String bad : List.of("\\ud800", "a\\udc00b", "\\u0000")) {
            assertThat(admin.post("/api/v1/partners", "{\"code\":\"A\",\"name\":\"%s\"}".formatted(bad))
                            .violations())
                    .containsExactly("name:unstorable_character");
            assertThat(admin.post(RECORDS + "partner/query", "{\"sort\":[\"%s\"]}".formatted(bad))
                            .violations())
                    .containsExactly("sort[0]:unstorable_character");
        }
    }

    private List<JsonNode> objects() {
        var names = admin.get("/api/v1/metadata/objects").json().path("items").valueStream();
        return names.map(object -> admin.get("/api/v1/metadata/objects/"
                                + object.path("name").asString())
                        .json())
                .toList();
    }

    private static List<String> fields(JsonNode object) {
        return Stream.concat(
                        Stream.of("id", "version"),
                        object.path("fields")
                                .valueStream()
                                .map(field -> field.path("name").asString()))
                .toList();
    }

    private List<String> pages(String records, String sort) {
        var found = new ArrayList<String>();
        String next = "";
        do {
            var page = admin.get(records + "?limit=1&sort=" + sort + "&cursor=" + next);
            assertThat(page.status()).as(sort + page.body()).isEqualTo(200);
            found.addAll(ids(page.json()));
            next = page.json().path("next").asString("");
        } while (!next.isEmpty());
        return found;
    }

    private static List<String> ids(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
